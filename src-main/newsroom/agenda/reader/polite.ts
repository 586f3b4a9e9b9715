/** Words around what a text says: decorations, forms of address, remarks on the sheet. */

/** Emoji the labels give a meaning to; others are only there to be pretty. */
const telling =
  /^(?:🎟|📍|📌|🗺|🏠|🏡|🚩|🏟|🏛|🏢|🏣|🤝|👔|👕|👗|👘|🧥|🎽|🥻|👖|👥|👫|🧑|➡|→|👉|↪|⏩|🔁|👤|👨‍💼|👩‍💼|🙋|⏰|🕐|🕑|🕒|🕓|🕔|🕕|🕖|🕗|🕘|🕙|🕚|🕛|🕜|🕝|🕞|🕟|🕠|🕡|🕢|🕣|🕤|🕥|🕦|🕧|⏱|⌚|⏲|📅|🗓|📆|🚪|🛋|🎤|🎙|📷|📸|📹|🎥|☎|📞|📱|📝|ℹ|💡|🚗|🚘|🔗|🎁|🗒|⚠|❗|‼|❕|📋|✏|✅|☑|✔|🔹|🔸|🔶|🔷|🔴|🟢|🟡|🔵|⚫|⭐|✨|▪|▫|●|○|■|□|➢|➤|►|▶|◦|•|🔟|❌|⛔|🛑|🚨|🆕|📢|📣|🔔)/u;
const pretty = /^(?:(?:\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}\u{1F1E6}-\u{1F1FF}❀♦♥♣♠#>])\s*)+/u;

/** How long the decoration is that a line begins with: `🔰 BUPATI`, `#Jumat 16 Jan`, `🎯 Acara: ...`. */
export function decoration(text: string): number {
  let length = 0;
  // one sign at a time, so that a telling one behind a pretty one keeps its meaning
  while (length < text.length && !telling.test(text.slice(length)) && !/^\d/u.test(text.slice(length))) {
    const sign = /^(?:\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}\u{1F1E6}-\u{1F1FF}#>])\s*/u.exec(
      text.slice(length),
    );
    if (!sign || !pretty.test(text.slice(length))) break;
    length += sign[0].length;
  }
  return /[\p{L}\p{N}(]/u.test(text.slice(length)) ? length : 0;
}

/** `Tambahan: jam 7 malam ...`: news in a list, and no name. */
export const newcomer =
  /^(?:(?:oh|o) ?(?:ya|iya)|oiya|sekalian|btw)[\s,]+(?:ada\s+)?tambahan(?:\s+(?:agenda|acara|giat))?\s*[:,]?\s+(?=besok|bsk|lusa|hari|tgl|tanggal|jam|pukul|pkl|senin|selasa|rabu|kamis|jum|sabtu|minggu|\d)|^(?:(?:agenda|acara|kegiatan|jadwal)\s+)?(?:tambahan|sisipan|susulan|terbaru|new|baru)\s*:\s*|^(?:lanjut|kemudian|lalu|terus|trus|trs|dilanjutkan|selanjutnya|setelah itu|habis itu|abis itu)[\s,]+(?=(?:(?:jam|pukul|pkl)\.?\s*(?:setengah\s+)?)?\d)/iu;

/** `Catatan: jadwal sewaktu-waktu dapat berubah`: of the sheet, and of no event. */
const mayChange =
  /^(?:(?:catatan|nb|note|ket\.?|keterangan|\*+)\s*:?\s*)?(?:jadwal|agenda|acara|kegiatan|waktu|susunan)\b.{0,60}\b(?:sewaktu|dapat|bisa|akan)\b.{0,40}\bberubah/iu;
/** `Wali Kota 3 acara, Wakil 1 acara`: how many there are. */
const counts =
  /^(?:[\p{L}\s.,&:;()/–-]{0,40}\d{1,2}\s*(?:acara|agenda|kegiatan|giat|undangan)(?!\p{L})[\s.,&;)–-]*){1,4}$/iu;
const period = /^(?:periode|masa|bulan|minggu|pekan)\s*:\s*\S/iu;
const introduces =
  /^(?:(?:dengan|dgn) hormat|sehubungan|dalam rangka .*maka|(?:bersama|dengan) ini|disampaikan|diberitahukan|diinformasikan|menindaklanjuti|berkenaan|menyampaikan)(?!\p{L})/iu;

/** Lines about the sheet as a whole, and the words a message begins with. */
export function isAboutSheet(text: string): boolean {
  return mayChange.test(text) || period.test(text) || (text.length <= 120 && counts.test(text));
}

/** `Disampaikan dengan hormat, kegiatan:` */
export function introducesOnly(text: string): boolean {
  if (
    /^(?:kami\s+)?(?:mohon|dimohon|diharap\p{L}*|mengharap\p{L}*)\s+(?:dengan hormat\s+)?kehadiran.{0,40}(?:pada|dalam)(?:\s+(?:acara|kegiatan))?\s*:$/iu.test(
      text,
    )
  )
    return true;
  return introduces.test(text) && text.length <= 120 && !/\d{1,2}[.:]\d{2}/u.test(text);
}

/** `Anda diundang untuk hadir dalam:`, and the name in the next line. */
export function invites(text: string): boolean {
  return (
    text.length <= 160 &&
    /^(?:dengan hormat[,.]?\s+)?(?:anda|kami|bapak|ibu|saudara|sdr)(?:[\s/(),.]+(?:ibu|saudara|sdr|sdri|i))*\s.{0,60}?(?:di|meng)undang.{0,60}?(?:hadir|kehadiran|mengikuti)\p{L}*(?:\s+(?:dalam|pada|di))?(?:\s+(?:acara|kegiatan|agenda|rapat))?(?:\s+berikut)?\s*:$/iu.test(
      text,
    )
  );
}

/** `mengharap kehadiran Mbak Wabup pada:`: where the one who is asked stands; null in any other words. */
export function asksFor(text: string): { from: number; to: number } | null {
  const match =
    /(?:mengharap(?:kan)?|mengundang|memohon|mohon)\s+(?:dengan hormat\s+)?(?:(?:atas\s+)?(?:kehadiran|kesediaan|perkenan|kedatangan|kerawuhan)\s+)?(?<who>(?:(?:bapak|ibu|bpk|mbak|mas|pak|bu|yth|plt|plh|pj)\.?\s+)*\p{L}+(?:\s+\p{L}+){0,4}?)(?:\s+(?:untuk|utk|pada|dalam|di|guna|agar|menghadiri|hadir)(?!\p{L}).*)?[\s:.,]*$/iu.exec(
      text,
    );
  if (!match?.groups?.who) return null;
  const from = match.index + match[0].indexOf(match.groups.who);
  return { from, to: from + match.groups.who.length };
}

/**
 * `[20/11/25 07.12] Made: ` and `[19.02, 20/11/2025] Made: ` of a copied chat, `20/11/25 07.12 - Made: ` of an exported one; the year may
 * be missing.
 */
export const chatHead =
  /^(?:\[(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?,? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: [AP]M)?|\d{1,2}[.:]\d{2}(?:[.:]\d{2})?,? \d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)\]|\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}[.:]\d{2} -) [^:]{1,60}: /iu;
/**
 * `Assalamualaikum pak kabag izin menyampaikan besok jam 8 ...`: the greeting of a message that goes on in the same line; up to the day or
 * the hour.
 */
export const preamble =
  /^(?:(?:ass?alam\p{L}*(?:\s+w[rb]\.?){0,2}|om swast\p{L}*|(?:selamat\s+)?(?:malam|pagi|siang|sore)|mohon|mhn|i[zj]in|maaf|lapor|melapor(?:kan)?|menyampaikan|menginformasikan|memberitahukan|mengingatkan|sampaikan|infokan|info|bahwa|bahwasanya|untuk|utk|kepada|yth\.?|pak|bu|bapak|ibu|bpk|ndan|komandan|kabag|kasubag|kasubbag|kakak|kak|bang|mas|mbak|semua\p{L}*|rekan\p{L}*)[\s,.;:!]+){2,14}(?=(?:besok|bsk|lusa|hari ini|hari|tanggal|tgl|nanti|senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|jam|pukul|pkl)(?!\p{L}))/iu;
/** `kemudian jam 9 ...`, `sorenya jam 4 ...`: of the day of the event before. */
export const goesOn =
  /^(?:kemudian|lalu|lanjut|dilanjutkan|selanjutnya|setelah itu|habis itu|abis itu|terus|trus|trs|(?:pagi|siang|sore|malam)nya)(?!\p{L})/iu;
/** The mark of a message that was passed on. */
export const forwarded =
  /^(?:diteruskan(?: berkali-kali)?|pesan (?:yang )?diteruskan|forwarded(?: many times)?(?: message)?|terusan|fwd?:?)[\s:]*$/iu;
