import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Audit } from './pages/audit';
import { CasePage } from './pages/case';
import { Cases } from './pages/cases';
import { Join } from './pages/join';
import { Keys } from './pages/keys';
import { Overview } from './pages/overview';
import { Policies } from './pages/policies';
import { Records } from './pages/records';
import { Team } from './pages/team';
import { TestBox } from './pages/test-box';
import { You } from './pages/you';
import { Shell } from './shell/shell';

const root = createRootRoute({ component: Shell });
const page = <Path extends string>(path: Path, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

const routeTree = root.addChildren([
  page('/', Overview),
  page('/test', TestBox),
  page('/cases', Cases),
  page('/cases/$id', CasePage),
  page('/records', Records),
  page('/policies', Policies),
  page('/audit', Audit),
  page('/team', Team),
  page('/keys', Keys),
  page('/you', You),
  page('/join', Join),
]);

export const router = createRouter({ routeTree, basepath: '/console', defaultPreload: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
