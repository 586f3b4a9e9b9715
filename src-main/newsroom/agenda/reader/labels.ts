/** What a line of an agenda says it is: by a word (`Lokasi :`), or by an emoji (📍). */

export type FieldName =
  | 'title'
  | 'day'
  | 'newDay'
  | 'time'
  | 'endTime'
  | 'newTime'
  | 'wasTime'
  | 'venue'
  | 'newVenue'
  | 'wasVenue'
  | 'becomes'
  | 'organizer'
  | 'dress'
  | 'companions'
  | 'delegate'
  | 'leaders'
  | 'status'
  | 'press'
  | 'release'
  | 'transit'
  | 'officer'
  | 'contact'
  | 'phone'
  | 'speech'
  | 'crew'
  | 'reason'
  | 'rundown'
  | 'visit'
  | 'letterNumber'
  | 'letterDay'
  | 'subject'
  | 'letterPart'
  | 'leaderColumn'
  | 'remark'
  | 'note';

export interface Labelled {
  readonly field: FieldName;
  /** Where the value begins in the text. */
  readonly valueFrom: number;
  /** 📌 and 📝 stand before names too and before names alike. */
  readonly pin?: boolean;
}

const labels: readonly (readonly [FieldName, string])[] = [
  ['letterDay', '(?:tanggal|tgl\\.?) surat'],
  ['newDay', '(?:hari\\s*[/,&]\\s*)?(?:tanggal|tgl\\.?|hari|jadwal) baru|dijadwalkan (?:ulang )?(?:pada|menjadi)'],
  ['becomes', 'menjadi|jadi|diubah menjadi|berubah menjadi'],
  ['newTime', '(?:waktu|jam|pukul) (?:baru|menjadi|pengganti)'],
  ['wasTime', '(?:waktu|jam|pukul|jadwal) (?:semula|lama|sebelumnya|awal)|semula'],
  ['newVenue', '(?:tempat|lokasi) (?:baru|menjadi|pengganti)'],
  ['wasVenue', '(?:tempat|lokasi) (?:semula|lama|sebelumnya|awal)'],
  [
    'day',
    '(?:hari\\s*[/,&]\\s*)?(?:tanggal|tgl)\\.?\\s*[/,&]\\s*(?:jam|waktu|pukul|pkl\\.?)|hari\\s*[/,&]\\s*(?:tanggal|tgl)\\.?|(?:tanggal|tgl\\.?|hari) (?:acara|kegiatan|pelaksanaan)|hari dan tanggal|hari[/ ]tgl\\.?|hari|tanggal|tgl\\.?|h/t|date|rahina|dinten|dina',
  ],
  [
    'time',
    'waktu(?: pelaksanaan| kegiatan| acara| rapat| pertemuan)?|(?:jam|pukul|waktu) (?:mulai|acara|kegiatan|pelaksanaan)|mulai(?: pukul| jam)?|pukul|pkl\\.?|jam|time|galah|wanci|wekdal|tabuh',
  ],
  [
    'endTime',
    '(?:jam|pukul|waktu) (?:selesai|berakhir|akhir)|(?:selesai|berakhir)(?: pukul| jam)?|sampai(?: dengan)?(?: pukul| jam)?',
  ],
  ['transit', 'ruang transit|tempat transit|transit|holding room|ruang tunggu'],
  [
    'venue',
    'lokasi(?: acara| kegiatan)?|tempat(?: acara| kegiatan| pelaksanaan| rapat| pertemuan| upacara)?|bertempat(?: di)?|venue|location|where|tmpt|tmp|lok|genah|panggenan|papan|alamat|titik (?:start|kumpul|temu)|lokasi start',
  ],
  [
    'organizer',
    'penyelenggara|pelaksana|panitia|pengundang|pihak pengundang|(?:asal|sumber) (?:surat|undangan)|instansi (?:pengundang|penyelenggara)|(?:surat|undangan) dari|dari|pengirim|instansi(?: pelaksana)?|opd(?: pengampu| terkait| penanggung jawab| pelaksana| penyelenggara)?|skpd(?: pelaksana| penyelenggara)?|leading sector|host|tuan rumah|penanggung\\s?jawab(?: (?:kegiatan|acara))?',
  ],
  ['dress', 'pakaian|busana|kostum|costume|outfit|attire|dress(?:\\s*code)?|dc|seragam|baju'],
  ['companions', 'pendamping|(?:di|men)?dampingi(?: oleh)?|yang mendampingi'],
  [
    'delegate',
    'diwakili(?: oleh| kepada)?|diwakilkan(?: kepada| ke)?|disposisi(?: kepada| ke)?|didisposisikan(?: kepada| ke)?|yang mewakili|mewakili|wakil|diterima(?: oleh)?|yang menerima',
  ],
  [
    'leaders',
    'teruntuk|diperuntukkan(?: untuk)?|pimpinan(?: rapat| (?:yang|yg) (?:hadir|dimohon|diundang|diharapkan|menghadiri))?|(?:yang )?menghadiri|dihadiri(?: oleh)?|yang hadir|hadir|kehadiran|pejabat|peserta pimpinan',
  ],
  ['status', 'status'],
  ['press', 'sifat(?: acara)?|akses media|media|pers'],
  ['release', 'perlu rilis|butuh rilis|rilis|siaran pers'],
  ['speech', 'sambutan(?: dan arahan| & arahan|\\s*/\\s*arahan)?|arahan|pidato|pengarahan'],
  ['crew', 'petugas|liputan|petugas liputan|tim liputan|peliput|dokumentasi|kru|crew|petugas dokumentasi'],
  ['officer', 'pic protokol|petugas protokol|protokol|pic|lo'],
  [
    'contact',
    'rsvp|narahubung|nara hubung|contacts?(?: persons?)?|cp|kontak(?: person)?|pic penyelenggara|pic panitia|pic opd|hubungi|konfirmasi(?: ke| kehadiran)?|info lanjut',
  ],
  ['phone', 'no\\.?\\s*(?:hp|telp|telepon|tlp|wa)\\.?|hp|telp\\.?|telepon|wa'],
  ['reason', 'sebab|alasan|karena|krn'],
  ['rundown', 'rundown(?: acara)?|susunan acara|rangkaian(?: acara| kegiatan)?|tata urutan acara|urutan acara'],
  ['visit', 'rombongan|delegasi|tamu|jumlah (?:rombongan|tamu|peserta kunjungan)|asal tamu'],
  ['letterNumber', '(?:no\\.?|nomor)\\s*(?:surat|undangan)|surat (?:no\\.?|nomor)|nomor|no\\.?|undangan no\\.?'],
  ['letterPart', 'lampiran|lamp\\.?|klasifikasi|derajat'],
  ['subject', 'perihal|hal'],
  [
    'title',
    '(?:judul|nama|jenis|tajuk)(?: (?:acara|kegiatan|agenda|rapat|giat|undangan))?|tema kegiatan|event|adicara|acara|kegiatan|giat|agenda',
  ],
  ['remark', 'catatan|keterangan|ket\\.?|note|nb|info|cat\\.?|cttn?\\.?'],
  [
    'note',
    'inspektur upacara|irup|pembina (?:upacara|apel)|pemimpin apel|materi|bahan|jumlah(?: peserta| undangan)?|peserta|undangan|sasaran|target|kendaraan|(?:video call )?(?:link|tautan)(?: (?:zoom|meeting|rapat|daring|online|acara|pendaftaran|absen\\p{L}*))*|join zoom(?: meeting)?|zoom(?: (?:id|meeting|link))?|(?:meeting|zoom|rapat) ?id|id(?: (?:zoom|rapat|meeting))?|pass ?code|password|kata sandi|sandi|doa|mc|moderator|narasumber|nara sumber|pemateri|pembicara|pemapar|keynote(?: speech| speaker)?|pembawa acara|cend[ei]ra ?mata|cinderamata|souvenir|hiburan|(?:(?:kegiatan|undangan|acara|surat)(?: ini)? )?ditujukan (?:untuk|kepada)|tema|topik|deskripsi|uraian|rincian|perlengkapan|konsumsi|rute|estimasi|jarak|atribut|pengisi(?: acara)?|penceramah|khatib|imam|qori|tamu undangan|kapasitas|unsur undangan|anggaran|dasar',
  ],
];
const labelled = labels.map(
  ([field, words]) => [field, new RegExp(`^(?:${words})(?:\\s*[:=]\\s*|\\s+~\\s+)`, 'iu')] as const,
);
/** A few words are plain enough without a colon: `Diwakili Sekda`, `Bertempat di Graha`, `Pakaian Batik`. */
const bare: readonly (readonly [FieldName, RegExp])[] = [
  ['delegate', /^(?:diwakili|diwakilkan|didisposisikan|disposisi|diterima)(?:\s+(?:oleh|kepada|ke))?\s+/iu],
  ['organizer', /^(?:pelaksana|penyelenggara)\s+(?!harian|tugas|jabatan|teknis|acara|kegiatan)(?=\p{L})/iu],
  ['companions', /^(?:di)?dampingi(?:\s+oleh)?\s+/iu],
  ['venue', /^(?:bertempat(?:\s+di)?|lokasi|tempat)\s+(?!menyusul|menyesuaikan|tentatif)/iu],
  [
    'dress',
    /^(?:(?:pakaian|busana)\s+(?=(?:muslim|adat|nasional|dinas|sipil|daerah|tradisional|kerja)\p{L}*(?:\s|$))|(?:pakaian|busana|dress(?:\s*code)?|kostum)\s+|(?=seragam\s))/iu,
  ],
  ['leaders', /^(?:dihadiri|pimpinan rapat)(?:\s+oleh)?\s+/iu],
  ['day', /^hari\s*\/\s*(?:tanggal|tgl)\s+/iu],
  [
    'wasTime',
    /^(?:yang\s+|yg\s+)?(?:semula|sedianya|tadinya|sebelumnya|awalnya)\s+(?:(?:akan|direncanakan|dijadwalkan|dilaksanakan|diselenggarakan)\s+)*(?:pada\s+)?(?=pukul|pkl|jam|hari|tanggal|tgl|\d|senin|selasa|rabu|kamis|jum|sabtu|minggu)/iu,
  ],
  ['transit', /^transit\s+(?:di\s+)?/iu],
  ['contact', /^(?:cp|narahubung)\s+/iu],
  [
    'contact',
    /^(?:(?:(?:untuk|guna|mohon|silakan|besar harapan)\s+)?(?:konfirmasi|informasi|info|keterangan|kehadiran|kepastian|hal|besar harapan)[\p{L} .,]{0,120}?)?(?<!\p{L})(?:menghubungi|hubungi|kontak|contact person|(?<=konfirmasi.*)(?:kepada|ke|melalui))(?!\p{L})\s*:?\s*(?=[^\d]{0,60}(?:\+62|0\d))/iu,
  ],
  ['note', /^(?:peserta|undangan|jumlah peserta|tamu undangan)\s+(?:±\s*|sekitar\s+|kurang lebih\s+)?(?=\d)/iu],
  ['note', /^(?:inspektur upacara|irup|pembina (?:upacara|apel)|pemimpin apel)\s+/iu],
  // a meeting that has a link: how to come into it
  ['note', /^(?:(?:meeting|zoom) ?id|id (?:zoom|meeting)|pass ?code|password)\s+(?=\S*\d)/iu],
  ['note', /^(?:(?:akan|acara) )?(?:dibuka|ditutup|dipimpin|diresmikan)(?: secara \p{L}+)? oleh\s+/iu],
  ['officer', /^pic(?:\s+protokol)?\s+/iu],
];
const markers: readonly (readonly [FieldName, RegExp])[] = [
  ['title', /^🎟\s*/u],
  ['venue', /^(?:📍|📌|🗺|🏠|🏡|🚩|🏟)\s*/u],
  ['organizer', /^(?:🏛|🏢|🏣|🤝)\s*/u],
  ['dress', /^(?:👔|👕|👗|👘|🧥|🎽|🥻|👖)\s*/u],
  ['companions', /^(?:👥|👫|🧑‍🤝‍🧑)\s*/u],
  ['delegate', /^(?:➡|→|👉|↪|⏩|🔁)\s*/u],
  ['leaders', /^(?:👤|🧑‍💼|👨‍💼|👩‍💼|🙋)\s*/u],
  ['time', /^(?:⏰|🕐|🕑|🕒|🕓|🕔|🕕|🕖|🕗|🕘|🕙|🕚|🕛|🕜|🕝|🕞|🕟|🕠|🕡|🕢|🕣|🕤|🕥|🕦|🕧|⏱|⌚|⏲)\s*/u],
  ['day', /^(?:📅|🗓|📆)\s*/u],
  ['transit', /^(?:🚪|🛋)\s*/u],
  ['speech', /^(?:🎤|🎙)\s*/u],
  ['crew', /^(?:📷|📸|📹|🎥)\s*/u],
  ['contact', /^(?:☎|📞|📱)\s*/u],
  ['remark', /^(?:📝|ℹ|💡|🚗|🚘|🔗|🎁|🗒|⚠|❗|‼|❕|🙋|📋|✏)\s*/u],
];
/** `➡️ 16.00 Pujawali`: an emoji before an hour begins an item. */
const hourBehind = /^[^\p{L}\p{N}]+(?:(?:pukul|pkl\.?|jam)\s*)?\d{1,2}[.:]\d{2}(?!\d)/iu;
/** Verbs of a change. */
const moved =
  /(?<!\p{L})(?:dipindah(?:kan)?|pindah|diundur|dimajukan|ditunda|batal|dibatalkan|diganti|digeser|berubah)(?!\p{L})/iu;
/** Signs of sex and colour that stand behind an emoji of a person. */
const afterMarker = /^(?:[\u{1F3FB}-\u{1F3FF}♂♀]\s*)+/u;

/** `Tempat/Lokasi :`, `Seragam & Pakaian :`: two words for one field. */
const composite =
  /^(?<one>\p{L}[\p{L}. ]{1,24}?)\s*(?:\/|&|,|(?<=\s)dan(?=\s))\s*(?<two>\p{L}[\p{L}. ]{1,24}?)\s*[:=]\s*/iu;
const dayAndTime = (one: FieldName, two: FieldName): FieldName | undefined =>
  [one, two].includes('day') && [one, two].includes('time') ? 'day' : undefined;

/** The field a line names, by word or emoji; null when it names none. An emoji before a word gives way to the word. */
export function readLabel(text: string): Labelled | null {
  const marker = markers.find(
    ([field, pattern]) => pattern.test(text) && !(field !== 'time' && field !== 'day' && hourBehind.test(text)),
  );
  let skip = marker ? (marker[1].exec(text)?.[0].length ?? 0) : 0;
  skip += marker ? (afterMarker.exec(text.slice(skip))?.[0].length ?? 0) : 0;
  const rest = text.slice(skip, skip + 80);
  for (const [field, pattern] of labelled) {
    const match = pattern.exec(rest);
    // "Wakil: 10.00 mendampingi": whose event it is, and nobody who stands in
    if (match && field === 'delegate' && /^wakil/iu.test(rest) && /^\d{1,2}[.:]\d\d/u.test(rest.slice(match[0].length)))
      return null;
    if (match) return { field, valueFrom: skip + match[0].length };
  }
  const both = composite.exec(rest);
  if (both?.groups) {
    const [one, two] = [both.groups.one ?? '', both.groups.two ?? ''].map(
      (word) => labelled.find(([, pattern]) => pattern.test(`${word.trim()}:`))?.[0],
    );
    // "Gala dinner, pakaian: batik": a name and a field
    const name = one === undefined && both[0].includes(',');
    const field = name
      ? undefined
      : one === two || two === undefined
        ? one
        : one === undefined
          ? two
          : dayAndTime(one, two);
    if (field) return { field, valueFrom: skip + both[0].length };
  }
  // "Tempat rapat pindah ke Aula": a sentence, no label
  for (const [field, pattern] of moved.test(rest) ? [] : bare) {
    const match = pattern.exec(rest);
    if (match && match[0].length < rest.length) return { field, valueFrom: skip + match[0].length };
  }
  return marker ? { field: marker[0], valueFrom: skip, ...(/^(?:📌|📝|📋|🗒)/u.test(text) ? { pin: true } : {}) } : null;
}

/** The field that a column of a table is headed by; `none` for a running number, null for words that head no column. */
export function readColumn(cell: string): FieldName | 'none' | null {
  const words = cell.trim().replace(/\s*[:.]?$/u, '');
  if (words === '' || words.length > 40) return null;
  if (/^(?:no|nomor|nomer|#)$/iu.test(words)) return 'none';
  if (/^(?:undangan|nama undangan|isi undangan|perihal|hal)$/iu.test(words)) return 'title';
  if (/^(?:nama )?(?:acara|kegiatan|agenda)(?:\s*\/\s*(?:acara|kegiatan))?$|^uraian(?: kegiatan)?$/iu.test(words))
    return 'title';
  if (/^(?:hari\s*[,/&]?\s*)?(?:tanggal|tgl)(?:\s*[,/&]\s*(?:jam|waktu|pukul))?$|^hari$/iu.test(words)) return 'day';
  const label = readLabel(`${words}:`);
  return label && label.valueFrom >= words.length ? label.field : null;
}
