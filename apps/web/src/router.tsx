import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { isProblem } from './api/api-problem.ts';
import { landingPageOf, meQuery } from './api/session.ts';
import { instanceSearchSchema } from './live/instance-search.ts';
import { PageError } from './ui/page-error.tsx';
import { PageNotFound } from './ui/page-not-found.tsx';
import { PagePending } from './ui/page-pending.tsx';

/** A place to come back to: a path of ours with its search, never another site. */
const placeSchema = z
  .string()
  .startsWith('/')
  .regex(/^\/(?![/\\])/)
  .optional()
  .catch(undefined);
export const placeOf = (location: { pathname: string; searchStr: string }) => location.pathname + location.searchStr;

interface RouterContext {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: () => (
    <main>
      <PageNotFound />
    </main>
  ),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ to: placeSchema }),
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./sign-in/setup-page.tsx'), 'SetupPage'),
});

/** Everything below knows who is there; nobody there means sign in first and come back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.ensureQueryData(meQuery) };
    } catch (error) {
      if (!isProblem(error, 'not-signed-in')) throw error;
      const to = placeOf(location);
      throw redirect({ to: '/sign-in', search: to === '/' ? {} : { to } });
    }
  },
});
const inboxView = z.enum(['mine', 'candidate', 'done']).optional().catch(undefined);
const task = createRoute({
  getParentRoute: () => signedIn,
  path: '/t/$taskId',
  validateSearch: z.object({ from: inboxView }),
  component: lazyRouteComponent(() => import('./task/task-page.tsx'), 'TaskPage'),
});

/** The rail and the top bar. */
const frame = createRoute({ getParentRoute: () => signedIn, id: 'frame', component: lazyRouteComponent(() => import('./frame/frame.tsx'), 'Frame') });
const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: landingPageOf(context.me), replace: true });
  },
});
const inboxPage = lazyRouteComponent(() => import('./inbox/inbox-page.tsx'), 'InboxPage');
const inbox = createRoute({ getParentRoute: () => frame, path: '/inbox', validateSearch: z.object({ view: inboxView }), component: inboxPage });
const inboxTask = createRoute({ getParentRoute: () => inbox, path: '/$taskId' });
const processes = createRoute({
  getParentRoute: () => frame,
  path: '/processes',
  validateSearch: z.object({ tab: z.enum(['live', 'draft', 'attention']).optional().catch(undefined), search: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./processes/processes-page.tsx'), 'ProcessesPage'),
});
const designer = createRoute({
  getParentRoute: () => frame,
  path: '/processes/$processKey',
  component: lazyRouteComponent(() => import('./designer/designer-page.tsx'), 'DesignerPage'),
});
const instances = createRoute({
  getParentRoute: () => frame,
  path: '/instances',
  validateSearch: z.object({
    show: z.enum(['attention', 'completed', 'cancelled', 'all']).optional().catch(undefined),
    processKey: z.string().optional().catch(undefined),
    search: z.string().optional().catch(undefined),
    mine: z.boolean().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./instances/instances-page.tsx'), 'InstancesPage'),
});
const instance = createRoute({
  getParentRoute: () => frame,
  path: '/instances/$instanceId',
  validateSearch: instanceSearchSchema,
  component: lazyRouteComponent(() => import('./live/instance-page.tsx'), 'InstancePage'),
});
const incidents = createRoute({
  getParentRoute: () => frame,
  path: '/incidents',
  validateSearch: z.object({ cause: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./incidents/incidents-page.tsx'), 'IncidentsPage'),
});
const admin = createRoute({
  getParentRoute: () => frame,
  path: '/admin',
  beforeLoad: ({ location }) => {
    if (location.pathname === '/admin') throw redirect({ to: '/admin/users', replace: true });
  },
});
const users = createRoute({
  getParentRoute: () => admin,
  path: '/users',
  validateSearch: z.object({ search: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./admin/users-page.tsx'), 'UsersPage'),
});
const groups = createRoute({
  getParentRoute: () => admin,
  path: '/groups',
  component: lazyRouteComponent(() => import('./admin/groups-page.tsx'), 'GroupsPage'),
});
const profile = createRoute({
  getParentRoute: () => frame,
  path: '/profile',
  component: lazyRouteComponent(() => import('./profile/profile-page.tsx'), 'ProfilePage'),
});

const inFrame = [home, inbox.addChildren([inboxTask]), processes, designer, instances, instance, incidents, admin.addChildren([users, groups]), profile];
const routeTree = root.addChildren([signIn, setup, signedIn.addChildren([task, frame.addChildren(inFrame)])]);

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: PageError,
    defaultPendingComponent: PagePending,
    defaultNotFoundComponent: PageNotFound,
    // Nothing for 300 ms, then the skeleton, and no flash of it.
    defaultPendingMs: 300,
    defaultPendingMinMs: 200,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
