import './theme/styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { onSignedOut } from './api/client.ts';
import { closeLive } from './api/live-client.ts';
import { createQueryClient } from './api/query-client.ts';
import { queryKeys } from './api/query-keys.ts';
import { createAppRouter, placeOf } from './router.tsx';
import { fetchAhead } from './task/fetch-ahead.ts';
import { colourSchemeManager, theme } from './theme/theme.ts';
import { ToldMessages } from './ui/told-messages.tsx';

// Zod would compile its parsers with `new Function`, which the page's CSP forbids.
z.config({ jitless: true });

const queryClient = createQueryClient();
onSignedOut(() => {
  if (router.state.location.pathname === '/sign-in') return;
  closeLive();
  queryClient.removeQueries({ queryKey: queryKeys.me });
  void router.navigate({ to: '/sign-in', search: { to: placeOf(router.state.location) } });
});
fetchAhead(queryClient, window.location.pathname);
const router = createAppRouter(queryClient);

const root = document.getElementById('root');
if (!root) throw new Error('Expected an element #root in index.html, but there is none.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} colorSchemeManager={colourSchemeManager} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ToldMessages />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
