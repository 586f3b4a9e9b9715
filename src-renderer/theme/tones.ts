/**
 * The six meanings of colour, fixed everywhere: grey draft or idle, amber waits for a person, blue in motion, green done and
 * verified, violet embargo or scheduled, red needs help or withdrawn. `soft` is the ground of a chip, `ink` its word, `solid` a dot
 * or a bar. tests/page/theme.test.ts holds every ink on its soft ground and on the surfaces to WCAG AA.
 */
export const toneNames = ['grey', 'amber', 'blue', 'green', 'violet', 'red'] as const;
export type Tone = (typeof toneNames)[number];

interface ToneColours {
  readonly soft: string;
  readonly ink: string;
  readonly solid: string;
}

export const tones: Readonly<Record<'light' | 'dark', Readonly<Record<Tone, ToneColours>>>> = {
  light: {
    grey: { soft: '#eceae5', ink: '#57534b', solid: '#8a857b' },
    amber: { soft: '#fdeecb', ink: '#7a4b00', solid: '#d98a00' },
    blue: { soft: '#e0ecfb', ink: '#1b4f91', solid: '#2f74c9' },
    green: { soft: '#dcf2e2', ink: '#15603a', solid: '#239257' },
    violet: { soft: '#ece5fb', ink: '#573a9c', solid: '#7d5bd0' },
    red: { soft: '#fce3df', ink: '#a0251a', solid: '#cf3b2c' },
  },
  dark: {
    grey: { soft: '#2e2b27', ink: '#bdb6ab', solid: '#8d877c' },
    amber: { soft: '#3b2c0a', ink: '#f2c463', solid: '#e0a52e' },
    blue: { soft: '#14293f', ink: '#93c3f7', solid: '#4f96e6' },
    green: { soft: '#11301f', ink: '#82d5a5', solid: '#3aa86c' },
    violet: { soft: '#2a2042', ink: '#c6b2f7', solid: '#9676e0' },
    red: { soft: '#431b16', ink: '#fa9f93', solid: '#e4574a' },
  },
};

/** Surfaces: a warm paper in light, warm ink in dark. `ground` lies under `sheet`; `rail` is the frame. */
export const surfaces = {
  light: {
    rail: '#f1efea',
    ground: '#faf9f6',
    sheet: '#ffffff',
    hover: '#f1efea',
    line: '#e4e0d8',
    lineStrong: '#8c867a',
    ink: '#1d1b18',
    inkSoft: '#645e55',
  },
  dark: {
    rail: '#131210',
    ground: '#191816',
    sheet: '#211f1c',
    hover: '#2a2824',
    line: '#35322d',
    lineStrong: '#7f796e',
    ink: '#ece8e1',
    inkSoft: '#a8a196',
  },
} as const;
