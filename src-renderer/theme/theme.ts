import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { accentOf } from './accent.ts';
import { hexOfOklch, oklchOf } from './colour.ts';
import { surfaces, toneNames, tones } from './tones.ts';

/** Ten steps of the office's hue for Mantine's own uses; what must pass AA comes from accentOf by CSS variables. */
function ladder(accent: string): MantineColorsTuple {
  const { c, h } = oklchOf(accent);
  const steps = [0.97, 0.93, 0.87, 0.79, 0.71, 0.63, 0.55, 0.48, 0.41, 0.34];
  return steps.map((l) => hexOfOklch({ l, c: Math.min(c, l > 0.9 ? 0.03 : 0.16), h })) as unknown as MantineColorsTuple;
}

/** Warm greys, light to dark. */
const gray: MantineColorsTuple = [
  '#faf9f6',
  '#f1efea',
  '#e9e6df',
  '#e4e0d8',
  '#d3cec4',
  '#b5afa4',
  '#8c867a',
  '#645e55',
  '#413d37',
  '#1d1b18',
];

/** Mantine's dark ladder: 0 text, 2 dimmed, 4 borders, 6 fields, 7 body. */
const dark: MantineColorsTuple = [
  '#ece8e1',
  '#cdc7bd',
  '#a8a196',
  '#7f796e',
  '#3d3a34',
  '#2f2c28',
  '#211f1c',
  '#191816',
  '#151412',
  '#100f0e',
];

/** The theme for an office's accent (`#rrggbb`). */
export function themeOf(accent: string) {
  return createTheme({
    primaryColor: 'accent',
    primaryShade: { light: 6, dark: 6 },
    colors: { accent: ladder(accent), gray, dark },
    black: surfaces.light.ink,
    fontFamily: '"Plus Jakarta Sans Variable", system-ui, sans-serif',
    fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", "DejaVu Sans Mono", monospace',
    fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
    lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.35', xl: '1.2' },
    spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
    radius: { xs: '0.125rem', sm: '0.25rem', md: '0.375rem', lg: '0.625rem', xl: '1rem' },
    defaultRadius: 'md',
    headings: {
      fontFamily: '"Literata Variable", Georgia, serif',
      fontWeight: '560',
      sizes: {
        h1: { fontSize: '1.75rem', lineHeight: '1.2' },
        h2: { fontSize: '1.25rem', lineHeight: '1.35' },
        h3: { fontSize: '1rem', lineHeight: '1.5' },
        h4: { fontSize: '0.875rem', lineHeight: '1.45' },
      },
    },
    respectReducedMotion: true,
    // 601 px: what is a phone in CSS (max-width: 600px) is one for visibleFrom and hiddenFrom too.
    breakpoints: { phone: '37.5625em' },
    cursorType: 'pointer',
    components: {
      Text: { defaultProps: { size: 'sm' } },
      Anchor: { defaultProps: { size: 'sm', underline: 'always' } },
      Button: { defaultProps: { size: 'sm' } },
      ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
      Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 120 } } },
      Modal: {
        defaultProps: { centered: true, transitionProps: { duration: 150 }, radius: 'lg' },
        styles: { title: { fontWeight: 650, fontSize: '1rem', lineHeight: 1.35 } },
      },
      Drawer: { defaultProps: { transitionProps: { duration: 160 } } },
      // the focus placeholder is no menu item, and a portal stands outside of every landmark: both are errors to a screen reader
      Menu: {
        defaultProps: {
          transitionProps: { duration: 120 },
          shadow: 'md',
          withInitialFocusPlaceholder: false,
          withinPortal: false,
        },
      },
      Popover: { defaultProps: { transitionProps: { duration: 120 }, shadow: 'md' } },
      Select: { defaultProps: { allowDeselect: false } },
    },
  });
}

/** CSS variables of the design language; screens use these, never raw colours. */
export function variablesOf(accent: string): CSSVariablesResolver {
  const scheme = (theme: 'light' | 'dark'): Record<string, string> => {
    const s = surfaces[theme];
    const a = accentOf(accent, theme);
    const variables: Record<string, string> = {
      '--k-rail': s.rail,
      '--k-ground': s.ground,
      '--k-sheet': s.sheet,
      '--k-hover': s.hover,
      '--k-line': s.line,
      '--k-line-strong': s.lineStrong,
      '--k-ink': s.ink,
      '--k-ink-soft': s.inkSoft,
      '--k-accent': a.fill,
      '--k-accent-hover': a.fillHover,
      '--k-accent-ink': a.ink,
      '--k-accent-soft': a.soft,
      '--k-ring': a.ring,
      '--mantine-color-body': s.ground,
      '--mantine-color-text': s.ink,
      '--mantine-color-bright': s.ink,
      '--mantine-color-dimmed': s.inkSoft,
      '--mantine-color-placeholder': s.inkSoft,
      '--mantine-color-anchor': a.ink,
      '--mantine-color-error': tones[theme].red.ink,
      '--mantine-color-default': s.sheet,
      '--mantine-color-default-hover': s.hover,
      '--mantine-color-default-color': s.ink,
      '--mantine-color-default-border': theme === 'light' ? '#cfc9be' : '#4a463f',
      '--mantine-color-accent-filled': a.fill,
      '--mantine-color-accent-filled-hover': a.fillHover,
      '--mantine-color-accent-light': a.soft,
      '--mantine-color-accent-light-hover': a.soft,
      '--mantine-color-accent-light-color': a.ink,
      '--mantine-color-accent-outline': a.ink,
      '--mantine-color-gray-light-color': s.inkSoft,
      '--mantine-primary-color-filled': a.fill,
      '--mantine-primary-color-filled-hover': a.fillHover,
      '--mantine-primary-color-light': a.soft,
      '--mantine-primary-color-light-color': a.ink,
    };
    for (const tone of toneNames) {
      const colours = tones[theme][tone];
      variables[`--k-${tone}-soft`] = colours.soft;
      variables[`--k-${tone}-ink`] = colours.ink;
      variables[`--k-${tone}-solid`] = colours.solid;
    }
    return variables;
  };
  return () => ({
    variables: { '--k-serif': '"Literata Variable", Georgia, serif', '--k-quick': '140ms' },
    light: scheme('light'),
    dark: scheme('dark'),
  });
}
