/**
 * What a text says about making an event known: words of publicity (`diliput`, `media`, `medsos`) and words that say no (`jgn`, `ga usah`,
 * `tanpa`), found word by word, so that any of the one near any of the other counts, however people join them.
 */

/** Where something stands in a text, in UTF-16 units. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

type Kind = 'not' | 'without' | 'between' | 'tell' | 'press' | 'weak' | 'other' | 'stop' | 'colon';

interface Token extends Found {
  readonly kind: Kind;
  readonly word: string;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** No, said of what follows, with words between them. */
const not = set(
  `tidak tdk tida tdak tak tk bukan bkn jangan jangam jgn jng jngn jan ga gak gk nggak ngga enggak engga gag kagak kaga nda ndak ndk tidaklah janganlah
  gausah gakusah gaperlu gaboleh gabisa gaada belum blm blom belom never dont don't don’t doesnt dilarang larang larangan terlarang eda ede sing tusing
  ojo ojok aja not cannot hindari menghindari hindarkan jauhkan dijauhkan menjauhkan cegah tolak stop ditiadakan tiada hentikan
  ora mboten boten teu henteu ulah`,
);
/** No, said of the very next thing. */
const without = set(
  'tanpa tnp tanp non no nol steril disterilkan bebas minus nihil tahan tahanlah hold tunda skip blackout off batasi kecuali selain diluar ❌ 🚫 ⛔ ✖ ❎',
);
/** What forbids: behind it also words close that are said of other things, too. */
const forbids = set('jangan jangam jgn jng jngn jan janganlah eda ede ojo ojok dilarang never dont don’t');

const between = set(
  `untuk utk tuk u bwt buat bagi ke di dgn dengan akan akn boleh blh bole bleh perlu prlu perlulah ada usah bisa bs dulu dl dlu konsumsi sampai sampe smpai smpe
  sempat pernah lagi sama sekali juga ikut turut oleh dari kepada kpd pada yang yg si ini itu agar supaya biar mohon mhn tolong tlg harap diharap terlalu banyak
  secara luas sementara undang mengundang ngundang diundang undangan ajak mengajak ngajak diajak bawa membawa dibawa panggil memanggil dipanggil libatkan melibatkan
  dilibatkan hadirkan menghadirkan dihadirkan masuk masukkan memasukkan dimasukkan masukin dimasukin kasih dikasih ngasih beri memberi diberi berikan memberikan kabari
  dikabari hubungi menghubungi dihubungi sampaikan disampaikan menyampaikan infokan diinfokan info kasi kasitau kasihtau kirim dikirim mengirim kirimkan dikirimkan taruh
  ditaruh pasang dipasang naik naikkan dinaikkan naikin tampil tampilkan ditampilkan muncul tahu tau taunya diketahui dihadiri hadir kehadiran menghadiri awak rekan
  rekan2 insan teman teman2 kawan para semua pihak tim kru crew kegiatan acara agenda kalender jadwal halaman akun grup group lewat via melalui seizin sosial
  massa ya yaa pak bu bapak ibu nggih mau ingin harus dapat dpt diizinkan diijinkan diperkenankan diperbolehkan dibolehkan diberikan sembarang sembarangan apapun
  terlebih memang sebaiknya kalau kalo nya mengizinkan memperbolehkan membolehkan menerima terima pakai pake mesti wajib sedang lg dg sbg sebagai bentuk maupun
  atau dan jadi menjadi jadikan dijadikan bikin bikinin dibikin buatkan dibuat dibuatkan membuat tulis ditulis go ambil mengambil diambil mengadakan adakan dilakukan lakukan melakukan tindak memakai menggunakan kedatangan datang mendatangkan siapa siapapun orang
  for to be the a an any of open allowed permitted please with in on by yet invite inviting invited`,
);

/** Making known. */
const tell = new RegExp(
  `^(?:${[
    '(?:di|me|mem?|pe)?liput(?:an|i|kan|nya|annya)?',
    'peliputan(?:nya)?',
    'n(?:yebar|gesh?are|gepost|gevirall?|gerilis|gup)(?:in|kan)?',
    '(?:di|te?r|ber|me|pen|peny|meny)?s?ebar(?:kan|in|luaskan|luasan|luas|an|kannya)?',
    '(?:di|me|mem|ter)?bagi(?:kan|in)',
    '(?:di|nge|men|me)?shar(?:e|ing|ed|in|ekan|ekannya)',
    'di?bagiin',
    '(?:di|mem|ter|pem|me|un)?publi[sck](?:ation|asi|asikan|asinya|asikannya|h|hed|ish|kan|hkan|ity|itas)?',
    '(?:di|meng|me|nge|ter|peng)?(?:eks?pos|expos)(?:e|ed|ure|ekan|kan|ing|ur)?',
    '(?:di|me|mem|nge|ter|re)?(?:post|posting|postingan|postingkan|postkan|repost)(?:nya)?',
    '(?:di|meng|nge|peng)?(?:upload|uplod|aplod|aplot|unggah)(?:an|kan|nya|ed)?',
    '(?:di|nge|mem)?up(?:in|kan)?',
    '(?:di|me|men|meny|ter|ber|pen|peny)?siar(?:an|kan|luaskan)?',
    '(?:di|men|pen|ter)?(?:tayang|ayang)(?:an|kan|nya)?',
    '(?:di|me|ter|pe)?muat(?:kan|in)?',
    'memuat|pemuatan|termuat',
    '(?:di|mem|pem|ter)?berita(?:kan|kannya|in|an|nya)?',
    'pem?beritaan',
    '(?:di|meng|peng|ter)?umum(?:kan|in|an|kannya)',
    '(?:di|me|pe|ter|nge)?(?:rilis|relis|release|releas)(?:kan|nya|d)?',
    '(?:di|mem|nge|me)?viral(?:kan|in)?',
    '(?:di|nge|mem|me)?(?:forward|fwd|forwad)(?:kan|ed|in)?',
    '(?:di|me|men)?(?:teruskan|terusin|neruskan)',
    '(?:di|meng|ter|ber|peng)?edar(?:kan|an|in)?',
    '(?:di|nge|me|mem)?(?:broadcast|blast|\bbc|siarin|leak|highlight|spill|stream|streaming|live|livestream|reels?|story|stories|status|tweet|twit)(?:kan|ed|in)?',
    '(?:di|men|pen|ber)?(?:dokumentasi|dok\b|dokumen[td]|dokumen[dt]asi)(?:kan|nya)?',
    '(?:di|mem|ber|nge|pem)?(?:foto|potret|photo|photos|photograph|photography|video|videokan|shoot|shooting|syuting|selfie|swafoto)(?:kan|in|an|nya)?',
    '(?:me|pe)motret|memfoto|memotret',
    '(?:di|me|pe|ter)?rekam(?:an|kan)?',
    'terbuka|open|disclosed?|coverage|cover|dicover|covered|covering',
  ].join('|')})$`,
  'u',
);
/** Who or what makes known. */
const press = set(
  `media medianya mediamassa medi pers persnya press wartawan wartawannya wartwan jurnalis jurnalisnya jurnalistik journalist journalists reporter reporters
  peliput kontributor kameramen kameraman kamera camera cameras publik publiknya public umum umumnya khalayak
  medsos medsosnya sosmed socmed socialmedia web website situs laman ig instagram fb facebook tiktok twitter youtube yt koran news gambar konten tv televisi radio influencer buzzer`,
);
/** Behind what forbids only: of other things they may be said as well. */
const weak = set(
  `bocor bocorkan dibocorkan membocorkan terbocor ketahuan diketahui mengetahui ketahui tahu tau keluar dikeluarkan keluarkan tersiar heboh hebohkan tampil ditampilkan muncul
  grup group wag luar diceritakan cerita ceritakan ceritain terekspos tercium kecium tercecer beredar ramai rame rame2 dibocorin bocorin terendus gembar-gembor dibuka-buka tersebar`,
);

const asOne = [
  '(?:jangan|jgn|jng)\\s+(?:(?:sampai|sampe|smpai)\\s+)?(?:lupa|telat|terlambat)',
  '(?:tidak|tdk|tak|bukan|bkn|not)\\s+(?:hanya|cuma|sekadar|sekedar|saja|only|just|kalah)',
  '(?:tidak|tdk|tak|bukan)\\s+(?:mampu|sekolah|merokok|layak|benda|terduga|bergerak|penerima|berizin|menular)',
  'tanpa\\s+(?:rokok|tembakau|kantong|batas|hoaks|hoax|narkoba|korupsi|kekerasan|plastik|asap|hambatan|kumuh|bayangan|kertas|kelaparan|sekat|stunting)',
  'non[\\s-]+(?:asn|formal|tunai|fisik|alam|stop|aktif|gelar|pns|teknis|profit)',
  'berita acara|kapal pesiar|sharing session|foto bersama|siaran pers|press release|(?:live|bebas) musi[ck]',
  '(?:share|shar|bagikan)[\\s-]?(?:lokasi|loc|lok|link|tautan|screen|layar)',
  '(?:perlu|butuh)\\s+(?:rilis|release)\\s*[:=]',
  '(?:me|pe)?(?:ny|s)?ebar(?:kan|luaskan|an)?\\s+(?:berita\\s+)?(?:hoaks|hoax|bohong|fitnah|kebencian|sampah|isu|paku)',
  '(?:ruang|lapangan|panggung|rapat|sidang|universitas|alun-alun|taman|teater|area|kawasan|gedung|lahan|dialog|forum|data|surat|seleksi)\\s+terbuka',
  '(?:tidak|tdk|tak|ga|gak|nggak)\\s+(?:perlu|usah)\\s+(?:upload|unggah|share|bagikan|kirim|isi)\\s+(?:absen\\p{L}*|lokasi|berkas|file|materi|laporan|dokumen|data)',
  'open\\s+(?:house|mic|stage|donasi|tournament|trip|space|bo|recruitment|day)',
  'off\\s*(?:road|air|side|line)',
  'no\\.?\\s+(?:hp|wa|telp|surat|undangan|urut|reg)',
].join('|');
/** Said as one: what looks like no or like publicity in them is neither. */
const innocent = new RegExp(`(?<!\\p{L})(?:${asOne})(?!\\p{L})|(?<!\\p{L})no\\.?\\s*(?=\\d)`, 'giu');

/** Behind such a word `media` or `pers` is the beginning of a name. */
const tail = set(
  'center centre centra conference release tour room gathering visit briefing nasional tanam pembelajaran ajar belajar presentasi cetak group grup statement call id center. works works kit zone advisory',
);
const word =
  /u\/|(?:(?<!\p{L})(?:don|doesn|can|isn|won)['’]t)|\p{L}[\p{L}\p{M}]*\d?|\d+|[❌🚫⛔✖❎]|(?<=\p{L})-(?=\p{L})|[.,;|()[\]{}\n!?•]|[:=]|[–—-]/giu;
const compound = set('umum publik public berita radio tv foto video status story dok live kamera laman up open');

/** The pre-check, cheap because files bring thousands of events: one of these begins a no. Without the flag `u`, which triples its time. */
const mayDeny =
  /\b(?:tida|tdk|tak\b|tk\b|bukan|bkn|jan\b|jangan|jangam|j[gn]|ga(?:k|g|k?usah|perlu|boleh|bisa|ada)?\b|gk?\b|ng+ak?\b|eng+ak?\b|kaga|ndk|nda|bel[uo]m|blm|nev|don|doesn|dilarang|larang|terlarang|ed[ae]\b|sing\b|tusing|oj|aja\b|not\b|cannot|hind|menghind|ceg|tolak|stop|d?i?tiad|dita[hk]|ditun|ditut|dihen|dibatas|distop|hentik|tanp|tnp|non?\b|nol\b|no(?=[A-Z])|ster|dister|bebas|minus|nih|jauh|dijauh|menjauh|skip|hold|black|ora\b|m?boten|h?e?n?teu\b|ulah\b|taha|tunda|off|batasi|kecua|selain|out\b|clos|kosong)|luar|[:=–—]\s*(?:[-–—xnt0]|$)|\s-\s*(?:[-–—xnt0]|$)|❌|🚫|⛔|✖|❎/i;
/** One of these stands in every text in which a word of publicity stands. */
const maySpeak =
  /liput|ebar|news|gambar|konten|bagi[ki]|shar[ei]|publi|e[kx]s?pos|post|upl[ao]|apl[oa]|unggah|siar|tayang|muat|berita|umum|r[ei]l[ei]|release|viral|for?wa|fwd|terus|edar|broadc|blast|\bbc|leak|spill|stream|live|reel|stor|status|tw[ei]|dok\b|dokumen[td]|foto|photo|video|shoot|syut|selfie|potret|motret|rekam|buka|open|disclo|cover|media|medi\b|medsos|pers|press|w[ae]rt|jurnalis|journalis|reporter|kontribut|kamera|camera|publik|khalayak|sosmed|socmed|social|web|situs|laman|\big\b|insta|\bfb\b|facebook|tiktok|y(?:ou)?t|koran|\btv\b|televisi|radio|influ|buzzer|bocor|tahu|\btau|keluar|heboh|tampil|muncul|grup|group|wag|luar|cerita|tercium|kecium|endus|cecer|rame|ramai|\bup/i;

function tokensOf(text: string): Token[] {
  const plain = text.replace(innocent, (said) => 'x'.repeat(said.length)).replace(/[*_~`]/gu, ' ');
  const tokens: Token[] = [];
  for (const { 0: said, index } of plain.matchAll(word)) {
    const before = tokens.at(-1);
    const lower = said.toLowerCase();
    const kind = kindOf(lower, plain, index, before);
    if (kind) tokens.push({ kind, word: lower, start: index, end: index + said.length });
  }
  return tokens;
}

function kindOf(said: string, text: string, at: number, before: Token | undefined): Kind | null {
  if (/^[:=]$/u.test(said)) return 'colon';
  if (said === '-' || said === '–' || said === '—')
    return said === '-' && /\p{L}/u.test(text[at - 1] ?? '') ? null : 'stop';
  if (said === '.') {
    // "tdk. boleh", "jgn. diliput"
    const short = before && before.end === at && before.word.length <= 3 && ['not', 'between'].includes(before.kind);
    return short ? null : 'stop';
  }
  if (/^[,;|()[\]{}\n!?•]$/u.test(said)) return 'stop';
  if (said === 'g')
    return /^\s+(?:usah|boleh|perlu|bole|blh|bisa|di|untuk|utk|ush)(?!\p{L})/iu.test(text.slice(at + 1))
      ? 'not'
      : 'other';
  if (said === 'x') return /^\s*$/u.test(text.slice(at + 1)) && before?.kind === 'colon' ? 'not' : 'other';
  const plain = said.replace(/\d$/u, '');
  if (not.has(said) || not.has(plain)) return 'not';
  if (said === 'luar' && before?.word === 'di') return 'without';
  if (without.has(said)) return 'without';
  if (press.has(said) || press.has(plain)) return 'press';
  if (said !== 'publik' && tell.test(plain) && !(plain === 'up' && before?.word !== 'di' && before?.kind !== 'not'))
    return 'tell';
  if (weak.has(said)) return 'weak';
  return said === 'u/' || between.has(said) || between.has(plain) ? 'between' : 'other';
}

/** `Ruang` of `Ruang Publik`: what stands before makes a name of it. */
const isName = (token: Token | undefined): boolean =>
  token?.kind === 'other' && !limiting.has(token.word) && !/^(?:di\p{L}{5}|me[mn]\p{L}{4})/u.test(token.word);

/** Whether a word speaks of publicity where it stands: `media`, but not `Pameran Media Tanam`, `Rapat Umum`, `Media Center`. */
function speaks(tokens: readonly Token[], at: number, loose = false): boolean {
  const token = tokens[at];
  if (!token || (token.kind !== 'press' && token.kind !== 'tell')) return false;
  const next = tokens[at + 1];
  if (token.kind === 'press' && next && tail.has(next.word)) return false;
  if (token.kind === 'tell' && !compound.has(token.word)) return true;
  if (loose && !compound.has(token.word)) return true;
  return !isName(tokens[at - 1]);
}

/** `tanpa sepengetahuan media`: who is meant, whatever the one word between them is. */
const people = set('media pers press wartawan jurnalis reporter peliput medsos sosmed');
/** So many words may stand between a no and what it says no to, and so many of them may be words that nobody has listed. */
const FURTHEST = 8;
const UNKNOWN = 1;

/** Whether it is worth looking: quick, and true for every text in which `saysNo` finds something. */
export const maySayNo = (text: string): boolean => mayDeny.test(text) && maySpeak.test(text);

/** The words that say no to publicity: `jgn dulu di-share`, `media tdk diundang`, `publikasi: -`; null where none do. */
export function saysNo(text: string): Found | null {
  if (!maySayNo(text)) return null;
  const tokens = tokensOf(text);
  for (const [at, token] of tokens.entries()) {
    const last =
      token.kind === 'not' || token.kind === 'without'
        ? noTo(tokens, at)
        : token.kind === 'press' || token.kind === 'tell'
          ? answeredNo(text, tokens, at)
          : null;
    if (last) return { start: token.start, end: last };
  }
  return null;
}

/** `tidak … diliput`: where the word of publicity ends to which the no at this place is said. */
function noTo(tokens: readonly Token[], from: number): number | null {
  const no = tokens[from] as Token;
  let unknown = no.kind === 'without' && !/^(?:tanpa|tnp|di?luar|luar)$/u.test(no.word) ? 0 : UNKNOWN;
  const hard = no.kind === 'not' && forbids.has(no.word);
  if (hard) unknown = 2;
  for (let at = from + 1; at < tokens.length && at - from <= FURTHEST; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'stop') return null;
    if (token.kind === 'press' || token.kind === 'tell') {
      if (speaks(tokens, at) || (at === from + 2 && people.has(token.word) && !tail.has(tokens[at + 1]?.word ?? '')))
        return token.end;
      unknown -= 1;
    } else if (token.kind === 'weak' && hard) return token.end;
    else if (token.kind === 'other') unknown -= 1;
    else if (token.kind === 'without' || token.kind === 'not') return null;
    if (unknown < 0) return null;
  }
  return null;
}

const ends =
  /^\s*(?:[:=]|\s-|\s?[–—])\s*(?:-+|–|—|x|n|0|❌|🚫|⛔|✖|❎|nihil|kosong|off|no|nope|t|tdk|tidak|gak?|nggak|jangan|jgn|belum|blm)(?![\p{L}\d])/iu;
const outside =
  /^\s*(?:[:=]\s*)?(?:(?:ya|memang|sementara|tetap|mohon|tolong|tunggu|menunggu|nunggu|cukup|hanya|berada|ada|massa|harap|dan|lokal|dulu|semua|agar|supaya|silakan|silahkan|wartawan|pers|media|standby|stand by|stay)\s+){0,4}(?:di\s*luar|diluar|keluar|out|outside|off|closed|ditutup|tertutup|dibatasi|nihil|kosong|stop|ditiadakan|dihentikan|ditahan|ditunda|dilarang|distop|skip|black\s?out|luar(?=\s*(?:$|[).,;!]))|❌|🚫|⛔|✖|❎)(?!\p{L})(?!\s+(?:ruang|negeri|daerah|kota|griya|ruangan\s+terbuka))/iu;

/** `media tidak diundang`, `peliputan: -`, `wartawan tunggu di luar`: where the answer ends. */
function answeredNo(text: string, tokens: readonly Token[], from: number): number | null {
  const token = tokens[from] as Token;
  if (/^(?:siaran|rilis|release)$/u.test(token.word) && tokens[from + 1]?.kind === 'colon') return null;
  if (!speaks(tokens, from, true)) return null;
  const rest = text.slice(token.end, token.end + 120).replace(/[*_~`]/gu, ' ');
  const told = ends.exec(rest) ?? outside.exec(rest);
  if (told && (token.kind === 'press' || !/^(?:terbuka|open|up)$/u.test(token.word))) return token.end + told[0].length;
  for (let at = from + 1; at < tokens.length && at - from <= 4; at++) {
    const next = tokens[at] as Token;
    if (next.kind === 'stop' || next.kind === 'other') return null;
    if (next.kind !== 'not') continue;
    // "diliput tidak lebih dari satu jam" is said of the hour
    if (/^\s+(?:lebih|kurang|hanya)(?!\p{L})/iu.test(text.slice(next.end))) return null;
    return next.end;
  }
  return null;
}

/** Whether every word is one of these: the text is a remark on publicity, and no name of anything. */
export function onlySpeaksOfPublicity(text: string): boolean {
  return tokensOf(text).every(({ kind, word: said }) => kind !== 'other' || remark.has(said));
}

const remark = set(
  'saja aja only dulu dl lain ikut pun tunggu menunggu nunggu saat apa lainnya intern internal pimpinan gan bos kantor pemkot pemda pemkab dahulu nanti sajalah min kak mas mbak bli mbok pimp komandan sambil resmi pribadi maklum luar',
);

/** Whether a text speaks of publicity at all, be it yes or no. */
export function speaksOfPublicity(text: string): boolean {
  return maySpeak.test(text) && tokensOf(text).some((token, at, all) => standsFor(token) && speaks(all, at));
}

/** What of publicity stands in a text that neither says no nor yes: a person has to say. */
export function speaksUnclearly(text: string): Found | null {
  if (!maySpeak.test(text)) return null;
  const tokens = tokensOf(text);
  const denied = tokens.some(({ kind }) => kind === 'not');
  for (const clause of clausesOf(tokens)) {
    const at = clause.findIndex((token, index) => standsFor(token) && speaks(clause, index) && bare(clause, index));
    const said = clause[at];
    if (!said) continue;
    const limits = clause.some(({ word: one }) => limiting.has(one)) || denied;
    if (
      !limits &&
      clause.some(({ word: one, kind }) => welcoming.has(one) || (kind === 'tell' && /^di\p{L}{4}/u.test(one)))
    )
      continue;
    return { start: said.start, end: said.end };
  }
  return null;
}

/** A no and a word of publicity in one clause, too far from one another to be sure. */
export function deniesNearby(text: string): Found | null {
  if (!mayDeny.test(text) || !maySpeak.test(text)) return null;
  for (const clause of clausesOf(tokensOf(text))) {
    const no = clause.findIndex(({ kind }) => kind === 'not' || kind === 'without');
    const of = clause.findIndex((token, index) => standsFor(token) && speaks(clause, index));
    if (no < 0 || of < 0) continue;
    const [one, other] = [clause[Math.min(no, of)] as Token, clause[Math.max(no, of)] as Token];
    return { start: one.start, end: other.end };
  }
  return null;
}

/** Something is forbidden that is none of the usual things: `jgn rame2`. */
export function forbidsSomething(text: string): Found | null {
  const found = forbidding.exec(text.replace(innocent, (said) => 'x'.repeat(said.length)));
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

const forbidding =
  /(?<!\p{L})(?:jangan|jgn|jng|jngn|janganlah)\s+(?!(?:dulu\s+)?(?:pakai|pake|memakai|parkir|bawa|membawa|merokok|makan|salah|tidur|ragu|duduk|lewat|pulang|menggunakan|kosong|buang|tinggalkan|meninggalkan|sungkan|segan|khawatir|terburu)(?!\p{L}))\p{L}+/iu;

/** The core of publicity; a camera or a web page alone asks nobody anything. */
const standsFor = ({ kind, word: said }: Token): boolean =>
  (kind === 'press' &&
    /^(?:media|pers|press|wartawan|jurnalis|reporter|publik|public|umum|khalayak|medsos|sosmed)/u.test(said)) ||
  (kind === 'tell' &&
    !/^(?:terbuka|open|up|live|video|foto|dok\b|dokumen[td]|status|story|\bbc|cover|(?:di)?rekam|photo|dokumentasi|stream)/u.test(
      said,
    ));
/** A noun behind another is a part of its name: `Tim Peliputan`, `Studio Siaran`. */
const bare = (clause: readonly Token[], at: number): boolean =>
  !isName(clause[at - 1]) || /^di\p{L}{4}/u.test(clause[at]?.word ?? '');

const limiting = set(
  'hanya cukup khusus terbatas nanti menunggu tunggu nunggu setelah seizin izin ijin konfirmasi selektif hati dulu sementara pending menyusul tergantung kecuali selain tertentu pilihan atas belakangan kondisional',
);
const welcoming = set(
  `terbuka boleh silakan silahkan dapat bisa mohon mhn harap diharap tolong minta perlu wajib agar supaya bantu bantuan undang mengundang diundang undangan hadir dihadiri kehadiran dipersilakan
  welcome open ya iya yes ok oke ada siap tim petugas langsung live bersama dengan dgn oleh dari wawancara doorstop konferensi jumpa temu keterangan ✅ ✔`,
);

function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'stop') clauses.push([]);
    else clauses.at(-1)?.push(token);
  }
  return clauses;
}
