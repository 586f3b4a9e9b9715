import type { EventState } from '../../../src-main/contract/agenda-nouns.ts';
import type { DeliveryState } from '../../../src-main/contract/delivery-nouns.ts';
import type { Photo } from '../../../src-main/contract/photo-nouns.ts';
import type { ReleaseState } from '../../../src-main/contract/release-nouns.ts';
import type { Role } from '../../../src-main/contract/rights.ts';

const event: Record<EventState, string> = {
  proposed: 'Usulan',
  tentative: 'Tentatif',
  confirmed: 'Terkonfirmasi',
  ongoing: 'Berlangsung',
  done: 'Selesai',
  postponed: 'Ditunda',
  cancelled: 'Batal',
};
const release: Record<ReleaseState, string> = {
  draft: 'Draf',
  submitted: 'Menunggu ACC',
  returned: 'Dikembalikan',
  approved: 'Disetujui',
  distributed: 'Terdistribusi',
  withdrawn: 'Dicabut',
};
const delivery: Record<DeliveryState, string> = {
  ready: 'Siap',
  preparing: 'Disiapkan',
  intended: 'Sedang dikirim',
  sent: 'Terkirim',
  refused: 'Ditolak',
  retrying: 'Dicoba lagi',
  unknown: 'Perlu dicek',
  to_share: 'Belum dibagikan',
  shared: 'Dibagikan',
  not_sent: 'Tidak dikirim',
};
const photo: Record<Photo['state'], string> = { copied: 'Aman, sedang diolah', ready: 'Siap', damaged: 'Rusak' };
const attendance: Record<'unknown' | 'attends' | 'delegated' | 'absent', string> = {
  unknown: 'Belum pasti',
  attends: 'Hadir',
  delegated: 'Diwakili',
  absent: 'Tidak hadir',
};
const duty: Record<'assigned' | 'accepted' | 'on_site' | 'material_in' | 'done', string> = {
  assigned: 'Ditugaskan',
  accepted: 'Diterima',
  on_site: 'Di lokasi',
  material_in: 'Bahan masuk',
  done: 'Selesai',
};
const role: Record<Role, string> = {
  protocol: 'Protokol',
  writer: 'Penulis',
  documentation: 'Dokumentasi',
  editor: 'Redaktur',
  channel_manager: 'Admin Media Sosial',
  head: 'Kepala',
  final_approver: 'Persetujuan Akhir',
  contributor: 'Kontributor',
  observer: 'Hanya Lihat',
  admin: 'Admin',
};

/** States and roles as everyone in the office says them. */
const invitation: Record<'waiting' | 'scheduled' | 'declined', string> = {
  waiting: 'Menunggu',
  scheduled: 'Dijadwalkan',
  declined: 'Ditolak',
};

export const states = { event, release, delivery, photo, attendance, invitation, duty, role };
