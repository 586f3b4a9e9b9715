/** How people say that an event is not for the public: what a customer tried, and more of the kind. */
export const closing = `internal
utk internal
untuk internal saja
khusus internal
hanya internal
intern
bersifat internal
rapat internal
ga usah diliput
gak usah diliput ya
ga usah diliput dulu ya pak
g usah diliput
nggak usah di posting
enggak usah diposting
gausah diposting
ndak usah dipublish
nda usah diliput
tak usah diliput
tdk usah di up
ga perlu diliput
gak perlu media
gaada media
ga ada wartawan
belum boleh dipublikasikan
blm boleh di-share
blm boleh diposting
belum untuk publik
jangan dulu dirilis
jangan dirilis dulu
jangan sampai bocor
jangan bocor
jgn sampe ke media
jangan sampai ke wartawan
jgn keluar dulu
jangan sampai ada yang tahu
jangan sampai diketahui
jangan cerita ke siapa-siapa dan media
media jgn masuk
media jangan masuk dulu
media di luar saja
media diluar
wartawan di luar
wartawan tunggu di luar
pers mohon menunggu di luar
closed door
closed
closed meeting
media closed
closed for media
closed to press
behind closed doors
tdk terbuka utk umum
tidak terbuka untuk umum
tidak terbuka
bukan acara terbuka
tidak dibuka untuk umum
blm terbuka utk publik
not open to the public
(ttp)
tertutp
tertutup
tertutup utk media
acara tertutup
trtutup
rahasia
rahasia!
sangat rahasia ya pak
sifatnya rahasia mohon maklum
rhs
acara pribadi
agenda pribadi
urusan pribadi
privasi
pribadi
privat
private
silent
diam-diam
diem-diem
off the rec
off the record
off record
off-the-record
OTR
no press
no media
no coverage
no photo
no camera
no publication
no publish
no share
no dokumentasi
tanpa dokumentasi
tanpa media
tanpa pers
tanpa kehadiran media
tanpa mengundang media
tanpa peliputan
tanpa publikasi
tanpa rilis
tnp media
tidak untuk konsumsi publik
tdk utk konsumsi umum
bukan untuk publik
bukan konsumsi media
bukan utk media
tidak utk di-ekspose
jangan diexpose
jangan diekspos
jangan di up
jgn di up ya
jangan diupload
jgn diunggah
jgn ditayangkan
jangan disiarkan
jangan dimuat
jangan diberitakan
tidak diberitakan
tdk boleh diberitakan
jgn ada pemberitaan
jangan jadi berita
jangan dikasih tau wartawan
jangan kasih tahu media
jgn kasi tau wartawan
jangan info ke media
jangan undang media
jgn ngundang wartawan
tidak mengundang media
tdk mengundang wartawan
media tdk diundang
media tidak diundang
wartawan ga diundang
jangan diumumkan
tidak diumumkan
blm diumumkan
embargo
embargo sampai jam 5 sore
utk kalangan sendiri
hanya untuk kita
cukup kita saja yg tahu
kita aja
tidak perlu release
tidak perlu dirilis
TIDAK UNTUK DIPUBLIKASIKAN
tidak untuk dipublikasi
DO NOT SHARE
do not publish
don't share
don't post this
not for publication
not for public
not for media
not for release
never publish
🚫📸
🚫 📷
📵
🚷
🔒
🤫
❌ media
media ❌
🚫 wartawan
dilarang meliput
dilarang merekam
dilarang memotret
dilarang ambil foto
steril dari media
steril media
lokasi steril dari wartawan
bebas media
secret
top secret
confidential
konfidensial
tidak boleh ada wartawan
tidak ada media
tdk ada wartawan
media tidak ada
peliputan: tidak
peliputan : tdk
liputan: -
liputan: tidak
publikasi: tidak
publikasi: -
publikasi - tidak
media: tidak
media: nihil
dokumentasi: tidak
diliput: tidak
Sifat: tertutup
jangan masuk agenda publik
jangan dimasukkan agenda publik
tidak masuk agenda publik
jgn dimasukin ke agenda publik
jangan tampil di web
jangan di web
jgn taruh di website
jgn di ig
jangan di medsos
jgn masuk medsos
tidak di medsos
jangan di sosmed
jgn naik berita
jangan diviralkan
jgn viral
jangan disebar
jgn sebar
jangan disebarluaskan
jgn nyebar
tdk disebar
jangan dibagikan
jgn bagikan
jangan diteruskan
jgn diforward
jgn di forward
jgn di fwd
jangan broadcast
jangan diedarkan
jgn ke grup lain
jangan live
tidak live
no live streaming
jangan di-live-kan
publikasi ditunda
publikasi ditahan dulu
tahan dulu publikasinya
tunda rilis
stop publikasi
hindari media
hindari publikasi
cegah wartawan masuk
eda diliput
ojo diliput
ampun sampai media tahu, jgn diliput
tdk. boleh diliput
tidak untuk umum
bukan untuk umum
umum dilarang masuk
non media
non-media
non publik
tidak untuk pers/media
tidak utk media dan umum
mohon tidak ada peliputan media ya
ga usah ada media dulu
diluar pantauan media
di luar pantauan wartawan
tanpa sepengetahuan media
tidak untuk dikonsumsi publik
jgn dipost dulu ya min
ga usah bikin rilis
gak usah bikin berita
tidak perlu dibuatkan berita
no news
hindarkan dari wartawan
jauhkan dari media
jangan ada kamera
media stand by di luar pagar
media tunggu luar
internal use only
internal meeting
skip publikasi
liputan skip
media black out
blackout media
ora usah diliput
teu kedah diliput
tidak untuk konten
tolong dirahasiakan
jaga kerahasiaannya
tertutupp
trtutp
dilarang mengambil gambar
larangan meliput
pers tidak diperkenankan
blm go public
hold dulu beritanya
beritanya ditahan`
  .split('\n')
  .filter((line) => line !== '');

/** Names of events and places with such words, which say nothing of the kind. */
export const innocent = `Sosialisasi UU Keterbukaan Informasi Publik
Hari Tanpa Tembakau Sedunia
Rapat Anak Tidak Sekolah
Penanganan anak tidak sekolah bersama media
Pelayanan Publik Tanpa Korupsi
Gerakan Bukan Sampah Biasa
Penutupan Pekan Literasi
Rapat Penanganan Kekerasan di Ruang Publik
Pemilihan Umum Tanpa Hoaks
Seminar Rahasia Sukses UMKM
Bedah buku Rahasia Ilmu Lontar
Uji publik Ranperda
Bimtek PPID informasi dikecualikan
Forum Konsultasi Publik RSUD
Rumah Sakit Umum tidak kelas
Pameran Media Tanam
Diskusi Media dan Pers Sehat
Sekolah privat
Peresmian Lembaga Kursus dan Guru Privat
Rapat Internalisasi Nilai BerAKHLAK
Rapat Koordinasi Audit Internal Pemerintah
Rapat Satuan Pengawas Internal
Peringatan Hari Pers Nasional
Jalan Umum Belum Beraspal
Bioskop tanpa batas
Lomba tidak menyebar hoaks
Sosialisasi Jangan Sebar Hoaks
Edukasi Tidak Membuang Sampah di Tempat Umum
Gerakan Tidak Merokok di Tempat Umum
Kawasan Tanpa Rokok di Ruang Publik
Apel, tidak perlu upload absen
Rapat, peserta tidak perlu share lokasi
Konferensi Pers Pengungkapan Kasus
Jumpa Pers Akhir Tahun
Media Center Kominfo
Press Conference Denpasar Festival
Gedung Pers Bali Ketut Nadha
RS Umum Wangaya
RSUD Wangaya
Dinas Pekerjaan Umum
Rapat Umum Pemegang Saham
Rapat Bagian Umum
Upacara di Lapangan Umum Puputan
Temu Wartawan dan Media
Sosialisasi Pers Pancasila
Pelepasan Jemaah Umrah
Rapat tanpa persetujuan DPRD
Deklarasi Jangan Buang Sampah Sembarangan
terbuka untuk umum
terbuka untuk media
mohon peliputan
mohon diliput
media diundang
mengundang rekan media
jangan lupa diliput
jangan lupa undang media
jgn lupa dokumentasi
tidak hanya media yang hadir
Bimtek Pelindungan Data Pribadi
Kunjungan ke rumah pribadi tokoh puri
Rapat evaluasi kendaraan pribadi dinas
Gathering Media dan Influencer
Mal Pelayanan Publik
Debat Publik Calon Ketua
Ruang Terbuka Hijau belum tertata
Panggung Terbuka Ardha Candra
Penandatanganan berita acara, bukan serah terima
Pembagian sembako bagi warga tidak mampu
Musyawarah tidak menemui titik temu
Pelatihan Fotografi dan Publikasi Desa
Workshop Konten Media Sosial
Anugerah Keterbukaan Informasi
Rapat Pimpinan, tidak ada sambutan
Sambutan: tidak
No. 5 Jalan Media
Jl. Umum No 12
Belum ada konfirmasi, tempat menyusul
Rapat tidak jadi di Aula
Kandang closed house Desa Peguyangan
Sidang tidak kuorum
Rapat persiapan bukan di Praja Utama
Dinas Sosial, bantuan non tunai
Penyiaran Perdana Radio Pemerintah Kota
Peluncuran Berita Daerah
Pameran foto jurnalistik
Pentas seni di ruang publik
Donor darah, terbuka utk umum`
  .split('\n')
  .filter((line) => line !== '');

/** No, formal and as people write it. */
export const nots =
  'tidak tdk tak bukan jangan jgn jng ga gak nggak ngga enggak ndak nda gausah belum blm dilarang no not never'.split(
    ' ',
  );

/** Made known. */
export const passive =
  `diliput disebar disebarluaskan dibagikan di-share dishare di share diposting di-post disiarkan ditayangkan dimuat diberitakan
diumumkan diekspos diexpose diviralkan diunggah diupload dirilis dipublikasikan dipublikasi dipublish difoto direkam didokumentasikan diteruskan disebarkan dimedsoskan`
    .replace('dimedsoskan', 'disiarkan')
    .replace('di share', 'dishare')
    .split(/\s+/u)
    .filter((one) => one !== 'di' && one !== '');

/** Who, or where. */
export const things =
  'media pers wartawan jurnalis publik umum peliputan liputan publikasi medsos sosmed dokumentasi pemberitaan'.split(
    ' ',
  );
