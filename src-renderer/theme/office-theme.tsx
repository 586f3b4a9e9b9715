import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { client } from '../client.ts';
import { DEFAULT_ACCENT } from './accent.ts';
import { themeOf, variablesOf } from './theme.ts';

const manager = localStorageColorSchemeManager({ key: 'kulkul.theme' });

/** Mantine in the colours of the office; before the office is known, in Kulkul's own. */
export function OfficeTheme({ children }: { readonly children: ReactNode }) {
  const status = useQuery(client.session.status.queryOptions());
  const accent = status.data?.office?.accent ?? DEFAULT_ACCENT;
  const theme = useMemo(() => themeOf(accent), [accent]);
  const variables = useMemo(() => variablesOf(accent), [accent]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={manager}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
