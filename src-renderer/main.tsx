import '@fontsource-variable/plus-jakarta-sans/wght.css';
import '@fontsource-variable/plus-jakarta-sans/wght-italic.css';
import '@fontsource-variable/literata/opsz.css';
import '@fontsource-variable/literata/opsz-italic.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { client, queryClient, whenSignedOut } from './client.ts';
import { router } from './router.ts';
import { OfficeTheme } from './theme/office-theme.tsx';
import { WordsProvider } from './words/words.tsx';

// The page may run bundled code only (no unsafe-eval); zod would try to compile.
z.config({ jitless: true });

// asked before the first picture is drawn: every screen waits for it
void queryClient.prefetchQuery(client.session.status.queryOptions());
whenSignedOut(() => void queryClient.invalidateQueries({ queryKey: client.session.status.key() }));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <WordsProvider>
        <OfficeTheme>
          <RouterProvider router={router} />
        </OfficeTheme>
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
);
