/** What a line of an agenda is by what it looks like: an item of a list, a greeting, a place, a dress code, an agency. */

const numbering = /^\(?\s*(?:\d{1,3}|[ivx]{1,4}|[a-z])\s*(?:\)\s*\.?|\.(?!\d))\s*/iu;
const keycap = /^(?:\d\u20E3|🔟)\s*[.)]?\s*/u;
const bullet =
  /^(?:\[\s?[xXvV✓✔]?\s?\](?=\s)|(?:☐|☒|⬜|◻|❏|❑|❒|🔲|◽|◼|⬛)|[▸▹‣⁃∙⦿⁍➔➜➝➞➟★☆✦✧❖◆◇♦◘▻⇨‐‑−~]|[-–—•▪▫◦●○■□➢➤►▶»✅☑✔🔹🔸🔶🔷🔴🟢🟡🔵⚫⭐✨+])\s*/u;

export interface Opening {
  /** `number`: `1.`, `(2)`, `3️⃣`; `bullet`: `-`, `•`. */
  readonly kind: 'number' | 'bullet';
  readonly length: number;
  /** The number itself, where it is one. */
  readonly number?: number;
  /** The bullet itself. */
  readonly mark?: string;
}

/** Numbering or a bullet at the beginning of a line. */
export function readOpening(text: string): Opening | null {
  const number = (keycap.exec(text) ?? numbering.exec(text))?.[0].length;
  if (number) {
    const digits = /\d{1,3}/u.exec(text.slice(0, number))?.[0];
    return { kind: 'number', length: number, ...(digits ? { number: Number(digits) } : {}) };
  }
  const dot = bullet.exec(text)?.[0].length;
  return dot ? { kind: 'bullet', length: dot, mark: text[0] as string } : null;
}

const unchanged =
  /^(?:(?:masih |tetap )?(?:tetap|sama)|(?:tetap |masih )?(?:seperti|sesuai) (?:semula|sebelumnya|jadwal semula)|(?:di )?(?:tempat|lokasi) (?:semula|yang sama|yg sama)|(?:yang|yg) sama|semula|tidak (?:berubah|ada perubahan)|unchanged|as before)[.!]?$/iu;

/** What a change notice says of a field it leaves alone: `Tempat: tetap`. */
export function isUnchanged(value: string): boolean {
  return unchanged.test(value.trim());
}

const furniture: readonly RegExp[] = [
  /^(?:yth\.?|kepada(?: yth\.?)?)(?:\s|:|$)/iu,
  /^di\s*[-–—]?\s*(?:tempat)?$/iu,
  /^(?:ass?(?:alam|\.|w\.?r|kum)|om swast[iy]astu|om santi|s[hy]alom|nam[oe] budd?h?aya|salam|swasti|sampurasun|rampes|tabik|horas|mejuah|njuah|ya'?ahowu|tuhan (?:yesus )?memberkati|gbu|god bless|puji tuhan|dum[ou]gi|mogi(?:-mogi)?|(?:se)?moga|selamat (?:pagi|siang|sore|malam)|was+alam|rahayu|billahi|hormat (?:kami|saya)|salam hormat)/iu,
  /^(?:(?:mohon|mhn|nyuwun|nuwun|suwun|kulo|dalem|tabe\p{L}*|punten|minta|maaf|sebelumnya|dengan)[\s,]+){0,2}(?:izin|ijin)\b|^(?:nuwun|nyuwun) sewu\b/iu,
  /^(?:berikut|bersama ini|demikian|terima\s?kasih|trims|trimakasih|matur suksma|matur\s?(?:sembah\s)?nuwun|sembah nuwun|nuwun|suwun|punten|hapunten|syukron|tabea|amanai|kinaonan|hatur nuhun|sekian|suksma|suksme|mksh|makasih|tks|thx|thanks|mohon (?:arahan|petunjuk|maaf)|atas perhatian)/iu,
  /^(?:diteruskan|forwarded|pesan diteruskan|forwarded many times|diteruskan berkali-kali)\b/iu,
  /^(?:nihil|kosong|libur|tidak ada(?: kegiatan)?|tidak ada acara|-)\.?$/iu,
  /^(?:minggu|pekan)\s+(?:ke\s*-?\s*)?(?:[ivx]{1,4}|\d|pertama|kedua|ketiga|keempat|depan|ini)(?![\p{L}\d])/iu,
  /^(?:(?:bagian|bag\.?|subbag\p{L}*|sub bagian|tim) )?(?:prokopim|prokompim|protokol|humas)(?: (?:dan|&) (?:komunikasi|dokumentasi|humas|protokol)(?: pimpinan)?)?(?:\s+(?:setda|sekretariat|kota|kab|pemkot|pemkab|pimpinan)\b[^:]*)?$/iu,
  /^(?:bulan\s+\p{L}{3,9}|masa (?:sidang|persidangan)\b.{0,20}|tahun(?: anggaran| sidang)?)(?:\s+(?:tahun\s+)?\d{4}(?:\s*\/\s*\d{4})?)?$/iu,
  /^tidak ada agenda/iu,
  /^(?:invitation|pemberitahuan|pengumuman|penting|informasi|info|perhatian|memo|nota dinas|undangan terbuka)[\s!:.]*$/iu,
  /^(?:mengingat pentingnya|atas (?:kehadiran|kesediaan|perhatian|perkenan|kerja|bantuan|partisipasi|dukungan)|besar harapan|kehadiran (?:bapak|ibu|saudara|tepat)|mohon (?:hadir|kehadiran(?:nya)?|kerja ?sama|perhatian|maklum|doa restu|untuk hadir)\b.{0,60}(?:waktu|terima kasih|maklum|[.!🙏])|diharapkan (?:kehadiran|hadir|dapat hadir)|(?:hadir|datang) tepat waktu)/iu,
  /^(?:dikirim|dibuat|disusun|diterbitkan|pesan (?:ini )?(?:dikirim|otomatis)|dokumen ini|surat ini)(?:\s+(?:secara|otomatis|oleh|dari|melalui|via|menggunakan|telah|ditandatangani))+/iu,
  /^tabe['’]?(?:[\s,.🙏]|$)/iu,
  /^(?:surat )?undangan(?: liputan| peliputan| rapat)?$|^media advisory$|^press invitation$/iu,
  /^(?:jadwal|agenda|schedule|susunan agenda|rundown agenda|info agenda)\b(?:[^:]*|\s[^:]{4,}:)$/iu,
  /^(?:perubahan|ralat|update|revisi) agenda/iu,
  /^(?:laporan |rekap |daftar |draft? )*(?:rencana|jadwal) (?:kegiatan|agenda|giat|acara)(?![\p{L}])[^:]*$/iu,
  /^(?:siap+|oke?|baik|noted|inggih|nggih|ngih|sami-?sami|mantap|dicatat|diterima)(?:\s+(?:pak|bu|bapak|ibu|ndan|komandan|laksanakan|bos|kak|bli|mbok|semua|terima kasih|suksma))*[.!]*$/iu,
  /^(?:cc|tembusan)\b/iu,
  /^(?:mengetahui|menyetujui|mengesahkan)[,.:]?$/iu,
  /^(?:kabag|kepala bagian|kasubbag|kasubag|karo|kepala biro)\s+(?:prokopim|prokompim|protokol|humas|adpim|umum)[^:]*$/iu,
  /^(?:ttd\.?|tertanda|a\.n\.|an\.)(?:\s|$)/iu,
  /^(?:admin(?:istrasi)?|biro|bag\.?|subbag\p{L}*|tim|staf|petugas) (?:ad[mp]\p{L}*|umum|humas|prokopim|prokompim|protokol\p{L}*|pimpinan|setda\p{L}*)\b[^:]*$/iu,
];

/** A line with nothing in it to keep: a greeting, a heading `AGENDA PIMPINAN`, a printing line. */
export function isFurniture(text: string): boolean {
  const words = text.replace(/^(?:(?:📢|📣|🔔|🆕|🚨|✨|⭐)\s*)+/u, '');
  return furniture.some((pattern) => pattern.test(words)) || isRule(text) || !/[\p{L}\p{N}]/u.test(text);
}

/** A line about the sheet itself, with a date and a time that are no event's: `Rev. 1 • 19/11/2025 20.15 WITA`, `Dicetak pada: …`. */
export function isPrintLine(text: string): boolean {
  return /^(?:rev(?:isi)?\.?\s*(?:ke-?)?\s*\d+|(?:dicetak|diperbarui|updated|update(?=\s*:?\s*(?:\d|per|tgl|terakhir|pukul|jam|(?:pagi|siang|sore|malam)(?:\s+ini)?[\s,]+\d{1,2}[.:]\d\d))|di-?update|per tanggal)\b)/iu.test(
    text,
  );
}

/** `-----`, `=====`, `___`. */
export function isRule(text: string): boolean {
  return /^[-=_~–—.•*#|:+\s]{3,}$/u.test(text);
}

const dressWords =
  /^(?:(?:psl|psr|psh|psu|pdub?|pdl|pdh)(?:\s+(?:i{1,3}|iv|[1-4]|senin|selasa|rabu|kamis|jum['’]?at|sabtu|khaki|putih|batik|keki|kheki|hitam putih|hitam|coklat|cokelat|linmas|korpri|endek bali|endek|harian|lengkap|khusus|(?:yang|yg) berlaku|sesuai hari)){0,2}|pakaian (?:nasional|adat(?:\s+\p{L}+){0,3}|dinas(?:\s+\p{L}+){0,3}|olah\s?raga|sipil lengkap)|adat(?: bali| madya| ringan| lengkap| agung| jawa| sunda| setempat)*|busana (?:muslim(?:ah)?|adat|daerah|nasional)(?:\s+\p{L}+){0,2}|batik(?:\s+\p{L}+){0,3}|endek(?:\s+\p{L}+){0,2}|korpri|olah\s?raga|training|bebas rapi|bebas sopan|kemeja(?: putih| batik)?|kaos(?:\s+\p{L}+){0,2}|jas|safari|seragam(?:\s+\p{L}+){0,2}|hitam putih|kebaya|linmas|baju (?:koko|putih|batik|adat|muslim|olah\s?raga|daerah|kurung|melayu|bodo)(?:\s+\p{L}+){0,2}|(?:full )?dress|bebas (?:dan )?(?:rapi|sopan)|(?:yang|yg) berlaku(?: pada)?(?: hari itu)?)(?:\s*\/\s*[\p{L} ]+)?$/iu;

/** A dress code that stands alone: `Batik`, `PDH Khaki`, `Adat Bali Madya`. */
export function isDress(text: string): boolean {
  return dressWords.test(text.trim());
}

const placeWords =
  'graha|baruga|sasana|pendapa|pringgitan|paseban|lamin|saoraja|sao raja|anjungan|bangsal|rumah betang|rumah adat|gedung|kantor|ruang|ruangan|rg\\.|rg|r\\.|aula|balai|bale|hotel|lapangan|lap|pura|puri|masjid|gereja|wihara|vihara|pasar|taman|pantai|desa|kelurahan|kecamatan|kec\\.|kel\\.|banjar|br\\.|rs|rsud|rumah sakit|sma|smp|smk|sd|sman|smpn|sdn|smkn|tk|paud|jalan|jl\\.?|jln\\.?|lobby|lobi|halaman|rumah jabatan|rumah dinas|rujab|puskesmas|posyandu|stadion|gor|gelanggang|pendopo|wantilan|universitas|kampus|museum|art center|bandara|pelabuhan|terminal|alun-alun|plaza|lap\\.|joglo|wisma|villa|resto|restoran|kafe|cafe|sport center|sekolah|ponpes|pondok pesantren|klinik|gelora|tahura|bumi perkemahan|waduk|embung|gor\\.|kediaman|rumah (?:bpk|bapak|pak|ibu|bu|duka|alm\\.?|almarhum(?:ah)?|keluarga)|posko|command center|mal|mall|polda|polresta?|polres|mapolres|mapolresta|mapolda|polsek|makodim|mako|koramil|lanud|lanal|kodim|kejaksaan|pengadilan|gd\\.|gdg\\.?|auditorium|ballroom|convention|jembatan|bendungan|tpa|tps3r|sungai|kawasan|kompleks|perumahan|dermaga|monumen|panggung|lantai|zoom|daring|virtual|jaya sabha|sewaka|kota|kabupaten|provinsi|jakarta|istana|kementerian|gubernuran|bappeda|disdik|dprd|sekretariat';
const placeStart = new RegExp(
  `^(?:di\\s+|@\\s*)?(?:(?:start|finish|depan|samping|belakang|area|pelataran|parkiran?|teras|tribun|simpang|bundaran|perempatan|tugu|kompleks|komplek)\\s+)?(?:${placeWords})(?![\\p{L}])`,
  'iu',
);
const placeInside = new RegExp(`[,\\s]+(?:bertempat\\s+di\\s+|di\\s+|@\\s*)(?=(?:${placeWords})(?![\\p{L}]))`, 'giu');

/** Whether a piece of text begins as places do: `Graha Sewaka Dharma`, `di Aula Kecamatan`. */
export function looksLikePlace(text: string): boolean {
  if (/^(?:desa|kel(?:urahan|\.)?|ds\.?|dusun|kampung)\s.{2,40}\s(?:kec\.?|kecamatan)\s/iu.test(text)) return true;
  return (
    placeStart.test(text) &&
    !/^jalan\s+(?:santai|sehat|kaki|bersama)(?!\p{L})/iu.test(text) &&
    !/^(?:kota|kabupaten|provinsi|desa|kecamatan|kelurahan|sungai|pasar|kawasan|zoom|daring|virtual)\b/iu.test(text)
  );
}

/** A meeting that has no room: `Zoom Meeting`, `daring`, `via Zoom`. */
export function isOnline(text: string): boolean {
  return /^(?:via |melalui |secara |link )?(?:zoom(?: meetings?| cloud meetings?)?|daring|virtual|online|google meet|gmeet|g-?meet|vidcon|video conference|ms teams|teams|hybrid|hybrida?|luring)(?:\s*(?:\/|dan|&)\s*(?:daring|luring|online|offline))?[.]?$/iu.test(
    text.trim(),
  );
}

/** Where the place begins in `Pembukaan Pekan Literasi di Graha Sewaka Dharma`; the last such `di` counts. Null when there is none. */
export function placeInTitle(text: string): { cut: number; from: number } | null {
  let found: { cut: number; from: number } | null = null;
  for (const match of text.matchAll(placeInside)) found = { cut: match.index, from: match.index + match[0].length };
  return found && found.cut >= 3 ? found : null;
}

const agencyWords =
  /^(?:dinas|badan|bagian|bidang|inspektorat|sekretariat|kecamatan|kelurahan|desa|kpu|bawaslu|dprd|kejari|kejaksaan|polresta?|polda|kodim|korem|kodam|kementerian|kanwil|kantor wilayah|bank|perumda|pdam|pd\.?|pt\.?|universitas|yayasan|diskominfos?|disdik\p{L}*|dinkes|dinsos|dispar|bappeda|bkpsdm|bpbd|satpol|pmi|baznas|phdi|mui|fkub|lpm|forum|asosiasi|ikatan|komunitas|panitia|tp pkk)(?![\p{L}])/iu;

/** Whether a piece of text begins as the names of agencies and bodies do. Only used where a place or title cannot stand. */
export function looksLikeAgency(text: string, agencies: readonly string[]): boolean {
  const plain = text.trim().toLowerCase();
  return agencyWords.test(text.trim()) || agencies.some((agency) => agency !== '' && plain === agency.toLowerCase());
}

const kinds = [
  ['apel', /\bapel\b/iu],
  ['upacara', /\bupacara\b|peringatan hari|\bhut\b/iu],
  ['takziah', /takziah|melayat|duka cita|\bpelebon\b|ngaben/iu],
  ['audiensi', /audiensi|beraudiensi|courtesy call|silaturahmi/iu],
  ['pelantikan', /pelantikan|melantik|sumpah jabatan|serah terima jabatan|sertijab/iu],
  ['penyerahan', /penyerahan|menyerahkan|pembagian bantuan/iu],
  ['pembukaan', /\bpembukaan|\bmembuka\b|\bopening\b/iu],
  ['peresmian', /peresmian|meresmikan|launching|peluncuran|groundbreaking|peletakan batu/iu],
  ['peninjauan', /peninjauan|meninjau|tinjau|sidak|monitoring lapangan|blusukan|monev lapangan/iu],
  ['kunjungan', /kunjungan|kunker|studi tiru|studi banding|menerima tamu|kaji banding/iu],
  ['sosialisasi', /sosialisasi|bimtek|bimbingan teknis|workshop|seminar|pelatihan|penyuluhan/iu],
  ['rapat', /\brapat\b|\brakor\b|rakornas|rakorda|paripurna|musrenbang|\bfgd\b|pertemuan|koordinasi/iu],
] as const;

/** The kind a title speaks of and the word that says it; null when none does (then it is `lainnya`, as anyone can see). */
export function kindOfTitle(title: string): { kind: (typeof kinds)[number][0]; from: number; to: number } | null {
  let best: { kind: (typeof kinds)[number][0]; from: number; to: number } | null = null;
  for (const [kind, pattern] of kinds) {
    const match = pattern.exec(title);
    if (match && (best === null || match.index < best.from))
      best = { kind, from: match.index, to: match.index + match[0].length };
  }
  return best;
}
