// Draws the pictures of the sample office into resources/demo/. They are drawn, not photographed: nobody's face is in them.
//   node build/demo-pictures.mjs
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const W = 2400;
const H = 1600;

let seed = 7;
const chance = () => {
  // a small fixed generator (Lehmer), so that the same pictures come out each time
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
};
const pick = (list) => list[Math.floor(chance() * list.length)];
const skins = ['#8d5a3b', '#a86f4a', '#7a4a2f', '#b98058'];
const shirts = ['#7a3b2e', '#35524a', '#8a6d3b', '#2f4858', '#6b3f5e', '#4d5d2f', '#93492f'];

/** A person seen from the front. `y` is where the feet stand, `h` the height in pixels. */
function person(x, y, h, { shirt = pick(shirts), skin = pick(skins), udeng = false, arm = null, batik = false } = {}) {
  const s = h / 400;
  const body = `
    <path d="M-62 -260 Q0 -300 62 -260 L72 -110 L-72 -110 Z" fill="${shirt}"/>
    ${batik ? `<path d="M-62 -260 Q0 -300 62 -260 L72 -110 L-72 -110 Z" fill="url(#batik)"/>` : ''}
    <path d="M-70 -112 L70 -112 L58 0 L8 0 L0 -80 L-8 0 L-58 0 Z" fill="#23262b"/>
    <path d="M-60 -254 L-92 -140" stroke="${shirt}" stroke-width="34" stroke-linecap="round"/>
    ${
      arm === null
        ? `<path d="M60 -254 L92 -140" stroke="${shirt}" stroke-width="34" stroke-linecap="round"/>`
        : `<path d="M60 -250 L${arm[0]} ${arm[1]}" stroke="${shirt}" stroke-width="32" stroke-linecap="round"/><circle cx="${arm[0]}" cy="${arm[1]}" r="17" fill="${skin}"/>`
    }
    <rect x="-17" y="-312" width="34" height="40" fill="${skin}"/>
    <ellipse cx="0" cy="-338" rx="43" ry="52" fill="${skin}"/>
    <path d="M-44 -344 Q-42 -398 0 -398 Q42 -398 44 -344 Q30 -372 0 -372 Q-30 -372 -44 -344Z" fill="#1d1714"/>
    ${udeng ? `<path d="M-48 -352 Q0 -384 48 -352 L50 -376 Q10 -414 0 -436 Q-10 -414 -50 -376Z" fill="#f2ead9"/>` : ''}`;
  return `<g transform="translate(${x} ${y}) scale(${s})">${body}</g>`;
}
/** The back of a head in the audience. */
const head = (x, y, r, hair = pick(['#17120f', '#241a14', '#0f0d0c', '#3a2a20'])) =>
  `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${r * 1.15}" fill="${hair}"/><path d="M${x - r * 2} ${H} Q${x - r * 1.8} ${y + r * 1.3} ${x} ${y + r * 1.2} Q${x + r * 1.8} ${y + r * 1.3} ${x + r * 2} ${H}Z" fill="${pick(shirts)}"/>`;
const audience = (y, r, n) =>
  Array.from({ length: n }, (_, i) =>
    head((W / n) * (i + 0.5) + (chance() - 0.5) * 60, y + chance() * 40, r * (0.9 + chance() * 0.25)),
  ).join('');

const defs = `
  <pattern id="batik" width="44" height="44" patternUnits="userSpaceOnUse"><circle cx="11" cy="11" r="8" fill="none" stroke="#e8c98a" stroke-width="3" opacity=".55"/><path d="M22 33 q11 -16 22 0 q-11 16 -22 0" fill="#e8c98a" opacity=".35"/></pattern>
  <linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2b3a67"/><stop offset=".5" stop-color="#d97b5a"/><stop offset="1" stop-color="#f3c98b"/></linearGradient>
  <linearGradient id="day" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#6fa8d6"/><stop offset="1" stop-color="#e4f0f4"/></linearGradient>
  <linearGradient id="hall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#4a2f27"/><stop offset="1" stop-color="#8d6244"/></linearGradient>
  <radialGradient id="light" cx=".5" cy=".25" r=".8"><stop offset="0" stop-color="#fff3d6" stop-opacity=".32"/><stop offset="1" stop-color="#fff3d6" stop-opacity="0"/></radialGradient>
  <radialGradient id="edge" cx=".5" cy=".5" r=".75"><stop offset=".6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".38"/></radialGradient>
  <filter id="soft"><feGaussianBlur stdDeviation="9"/></filter>`;
const rect = (x, y, w, h, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
const banner = (text, y = 190, fill = '#7b1e22') =>
  `${rect(430, y - 110, 1540, 190, fill, 'rx="8"')}<text x="1200" y="${y + 18}" font-family="DejaVu Serif, Liberation Serif, serif" font-size="84" text-anchor="middle" fill="#fdf3df">${text}</text>`;
const frangipani = (x, y, s) =>
  `<g transform="translate(${x} ${y}) scale(${s})">${[0, 72, 144, 216, 288].map((a) => `<ellipse cx="0" cy="-26" rx="15" ry="27" fill="#fffaf0" transform="rotate(${a})"/>`).join('')}<circle r="13" fill="#f2b632"/></g>`;
/** Candi bentar, the split gate. */
const gate = (x, y, s, fill) => {
  const half =
    'M0 0 L-150 0 L-150 -60 L-128 -60 L-128 -130 L-108 -130 L-108 -220 L-86 -220 L-86 -320 L-62 -320 L-62 -430 L-40 -430 L-40 -520 L0 -600 Z';
  return `<g transform="translate(${x} ${y}) scale(${s})"><path d="${half}" transform="translate(-110 0)" fill="${fill}"/><path d="${half}" transform="translate(110 0) scale(-1 1)" fill="${fill}"/></g>`;
};
const palm = (x, y, s) =>
  `<g transform="translate(${x} ${y}) scale(${s})"><path d="M0 0 Q18 -260 -8 -520" stroke="#5b4632" stroke-width="26" fill="none"/>${[-160, -120, -80, -40, 0, 40].map((a) => `<path d="M-8 -520 q120 -70 230 30 q-120 -30 -230 -30" fill="#3d6b3f" transform="rotate(${a} -8 -520)"/>`).join('')}</g>`;

const scenes = {
  'pembukaan-pekan-literasi': () => `
    ${rect(0, 0, W, H, 'url(#hall)')}${rect(260, 60, 1880, 900, '#5c1f24')}
    ${Array.from({ length: 22 }, (_, i) => rect(260 + i * 86, 60, 40, 900, '#6f282d')).join('')}
    ${banner('Pekan Literasi Suryakerta', 250, '#143d3a')}
    ${rect(0, 950, W, 650, '#3b2a22')}${rect(260, 930, 1880, 60, '#8a5f3d')}
    ${person(1200, 990, 560, { batik: true, shirt: '#7a3b2e', udeng: true, arm: [150, -330] })}
    ${rect(1290, 740, 190, 250, '#6b4527', 'rx="10"')}${rect(1270, 720, 230, 36, '#83562f')}
    ${person(560, 985, 450, { udeng: true })}${person(760, 985, 440, { batik: true })}${person(1760, 985, 450, {})}${person(1960, 985, 445, { batik: true, shirt: '#2f4858' })}
    ${Array.from({ length: 9 }, (_, i) => frangipani(320 + i * 220, 1010 + (i % 2) * 14, 0.9)).join('')}
    ${rect(0, 0, W, H, 'url(#light)')}${audience(1330, 74, 13)}${audience(1470, 92, 11)}`,
  'gunting-pita': () => `
    ${rect(0, 0, W, H, 'url(#day)')}${palm(220, 1180, 1.25)}${palm(2230, 1180, 1.1)}
    ${rect(420, 300, 1560, 800, '#efe3cf')}<path d="M360 320 L1200 40 L2040 320 Z" fill="#a5482f"/>
    ${[560, 860, 1420, 1720].map((x) => rect(x, 460, 150, 300, '#8fb2c4')).join('')}${rect(1080, 520, 240, 580, '#5b3a28')}
    ${rect(0, 1080, W, 520, '#c9b596')}
    ${person(700, 1370, 620, { batik: true })}${person(960, 1380, 640, { udeng: true, batik: true, shirt: '#35524a', arm: [150, -190] })}${person(1400, 1380, 640, { udeng: true, shirt: '#f0e6d2', arm: [-20, -190] })}${person(1680, 1370, 610, {})}
    <path d="M330 1190 Q1200 1240 2070 1190" stroke="#c62f3b" stroke-width="30" fill="none"/>${frangipani(1180, 1205, 1.7)}`,
  'rapat-koordinasi': () => `
    ${rect(0, 0, W, H, '#d9cdb8')}${rect(0, 0, W, 760, '#e8dfcd')}${rect(300, 120, 1800, 470, '#21404a')}
    <text x="1200" y="330" font-family="DejaVu Sans, sans-serif" font-size="92" text-anchor="middle" fill="#eef5f3">Rapat Koordinasi</text><text x="1200" y="450" font-family="DejaVu Sans, sans-serif" font-size="58" text-anchor="middle" fill="#b9d6cf">Penanganan Sampah dari Sumber</text>
    ${[420, 700, 980, 1420, 1700, 1980].map((x, i) => person(x, 1160, 560, { batik: i % 2 === 0 })).join('')}
    ${person(1200, 1140, 590, { udeng: true, shirt: '#f0e6d2' })}
    <path d="M120 1010 L2280 1010 L2400 1600 L0 1600Z" fill="#6d4a30"/><path d="M120 1010 L2280 1010 L2294 1075 L106 1075Z" fill="#825b3d"/>
    ${[420, 700, 980, 1200, 1420, 1700, 1980].map((x) => rect(x - 70, 1110, 140, 95, '#f7f4ec', 'transform="skewX(-4)"') + rect(x + 95, 1080, 30, 70, '#d7e6ee', 'rx="8"')).join('')}`,
  'tinjau-sawah': () => `
    ${rect(0, 0, W, H, 'url(#day)')}<path d="M0 760 Q600 420 1100 700 Q1500 360 2400 720 L2400 1600 L0 1600Z" fill="#6f8f6a"/>
    ${[820, 930, 1060, 1210, 1390].map((y, i) => `<path d="M0 ${y} Q${700 + i * 120} ${y - 90} ${W} ${y + 20} L${W} ${H} L0 ${H}Z" fill="${['#8fb255', '#7ea548', '#94bb56', '#83ab49', '#76a03f'][i]}"/>`).join('')}
    ${palm(310, 860, 0.9)}${palm(2090, 830, 0.8)}
    ${person(900, 1420, 640, { batik: true, arm: [190, -300] })}${person(1180, 1440, 650, { udeng: true, shirt: '#f0e6d2' })}${person(1460, 1420, 620, {})}${person(1700, 1400, 590, {})}`,
  'serah-terima-bantuan': () => `
    ${rect(0, 0, W, H, '#efe6d6')}${banner('Bantuan Usaha Mikro', 260, '#0b6b57')}${rect(0, 1100, W, 500, '#b9a27f')}
    ${person(500, 1350, 560, {})}${person(700, 1360, 570, { batik: true })}
    ${person(1020, 1420, 760, { udeng: true, batik: true, shirt: '#7a3b2e', arm: [190, -200] })}${person(1450, 1420, 740, { shirt: '#6b3f5e', arm: [-60, -200] })}
    <g transform="translate(1230 1050) rotate(-3)">${rect(-190, -110, 380, 230, '#fffdf6', 'stroke="#c9a44c" stroke-width="14"')}<path d="M-120 -40 H120 M-120 10 H120 M-120 60 H40" stroke="#8c8270" stroke-width="12"/></g>
    ${person(1820, 1360, 570, {})}${person(2030, 1350, 555, { batik: true })}`,
  'apel-pagi': () => `
    ${rect(0, 0, W, H, 'url(#day)')}${rect(0, 980, W, 620, '#a9b39a')}${rect(300, 520, 1800, 480, '#e9dcc3')}<path d="M240 540 L1200 300 L2160 540Z" fill="#8f4a32"/>
    ${rect(1186, 120, 14, 900, '#7c7f83')}${rect(1200, 130, 300, 100, '#cf2232')}${rect(1200, 230, 300, 100, '#fbfbf7')}
    ${Array.from({ length: 14 }, (_, i) => person(260 + i * 145, 1220, 330, { shirt: '#b79a63' })).join('')}
    ${Array.from({ length: 11 }, (_, i) => person(250 + i * 190, 1440, 440, { shirt: '#b79a63' })).join('')}`,
  'pembukaan-festival': () => `
    ${rect(0, 0, W, H, 'url(#dusk)')}${gate(1200, 1180, 1.5, '#3b2420')}${gate(1200, 1180, 1.32, '#57342b')}
    ${Array.from({ length: 26 }, (_, i) => `<circle cx="${80 + i * 92}" cy="${330 + Math.sin(i / 2) * 46}" r="16" fill="#ffd98a"/>`).join('')}
    ${rect(0, 1170, W, 430, '#2a1d1c')}
    ${person(980, 1260, 470, { udeng: true, shirt: '#f0e6d2' })}${person(1200, 1270, 490, { udeng: true, batik: true, arm: [130, -380] })}${person(1420, 1260, 460, { batik: true })}
    ${audience(1380, 64, 16)}${audience(1490, 84, 13)}`,
  'foto-bersama': () => `
    ${rect(0, 0, W, H, '#e6ddcc')}${rect(0, 0, W, 520, '#f1eadc')}${gate(380, 1060, 0.9, '#9b6a4b')}${gate(2020, 1060, 0.9, '#9b6a4b')}${banner('Selamat Datang Tim Studi Tiru', 250, '#5a2230')}${rect(0, 1060, W, 540, '#b59f7f')}
    ${Array.from({ length: 9 }, (_, i) => person(560 + i * 160, 1200, 520, { batik: i % 3 === 0, udeng: i === 4 })).join('')}
    ${Array.from({ length: 7 }, (_, i) => person(620 + i * 195, 1420, 590, { batik: i % 2 === 0, udeng: i === 3 })).join('')}`,
};

const folder = join(root, 'resources/demo');
mkdirSync(folder, { recursive: true });
for (const [name, draw] of Object.entries(scenes)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}"><defs>${defs}</defs>${draw()}${rect(0, 0, W, H, 'url(#edge)')}</svg>`;
  const noise = await sharp({
    create: {
      width: 1800,
      height: 1200,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 16 },
      background: '#808080',
    },
  })
    .png()
    .toBuffer();
  await sharp(Buffer.from(svg))
    .composite([{ input: noise, blend: 'soft-light' }])
    .flatten({ background: '#fff' })
    .resize(1800)
    .jpeg({ quality: 74, mozjpeg: true })
    .toFile(join(folder, `${name}.jpg`));
}
