import type { Zone } from '../../../src-main/contract/basics.ts';

/** Capitals, cities and larger regencies outside of WIB; Keppres 41/1987 divides the zones by province. */
const wita =
  /bali|denpasar|badung|gianyar|tabanan|bangli|klungkung|karangasem|buleleng|jembrana|singaraja|mataram|lombok|sumbawa|bima|dompu|kupang|flores|ende|maumere|sikka|manggarai|sumba|belu|alor|lembata|ngada|nagekeo|ntt|ntb|nusa tenggara|makassar|ujung pandang|gowa|maros|bone|parepare|palopo|toraja|luwu|bulukumba|sulawesi|manado|bitung|tomohon|kotamobagu|minahasa|gorontalo|palu|donggala|poso|banggai|kendari|bau-?bau|buton|kolaka|konawe|mamuju|majene|polewali|banjarmasin|banjarbaru|banjar(?!negara| ?baru)|martapura|tabalong|samarinda|balikpapan|bontang|kutai|berau|paser|penajam|nusantara|tarakan|bulungan|nunukan|malinau|tanjung selor|kalimantan (selatan|timur|utara)/i;
const wit =
  /ambon|maluku|tual|ternate|tidore|halmahera|seram|buru|sofifi|jayapura|papua|merauke|timika|mimika|biak|nabire|wamena|sorong|manokwari|fakfak|raja ampat|asmat|kaimana|jayawijaya|sentani/i;

/** The zone of the browser when it is an Indonesian one, else WIB. */
function zoneOfBrowser(): Zone {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (/Makassar|Ujung_Pandang|Singapore|Manila|Perth/.test(zone)) return 'Asia/Makassar';
  if (/Jayapura|Tokyo|Seoul|Dili/.test(zone)) return 'Asia/Jayapura';
  return 'Asia/Jakarta';
}

/** Guesses the zone from the city's name, else from the clock of the browser. */
export function guessZone(city: string): Zone {
  if (city.trim().length < 3) return zoneOfBrowser();
  if (wit.test(city)) return 'Asia/Jayapura';
  if (wita.test(city)) return 'Asia/Makassar';
  return zoneOfBrowser() === 'Asia/Jakarta' || city.trim().length > 3 ? 'Asia/Jakarta' : zoneOfBrowser();
}
