import type { MailWords } from '../id/mail.ts';

export const mail: MailWords = {
  press: 'PRESS RELEASE',
  kinds: {
    rilis_kegiatan: 'Activity release',
    rilis_kilat: 'Flash release',
    siaran_pers_resmi: 'Official press release',
    klarifikasi: 'Clarification',
    pernyataan: 'Statement',
    undangan_liputan: 'Invitation to cover',
    ucapan: 'Message',
    advertorial: 'Advertorial',
  },
  number: (number: string) => `Number ${number}`,
  immediate: 'For immediate release',
  photo: (n: number, of: number) => (of === 1 ? 'Photo' : `Photo ${n} of ${of}`),
  credit: (credit: string) => `Photo: ${credit}`,
  photosNote: (count: number) =>
    `${count === 1 ? 'One photo is attached' : `${count} photos are attached`} (JPEG, 2000 pixels on the long side). Free for media use with the credit.`,
  about: (unit: string) => `About ${unit}`,
  contact: 'Media contact',
  why: (unit: string) => `This e-mail was sent by ${unit} to media on its list.`,
  stop: 'Do not want these any more? Answer with the word "berhenti".',
  stopSubject: 'berhenti',
};
