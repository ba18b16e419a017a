import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { SignIn } from '../pages/sign-in';
import { Unlock } from '../pages/unlock';
import { Calm } from './calm';
import { KeySheet } from './key-sheet';
import { useStanding } from './session';
import { Side } from './side';
import { useKeys } from './use-keys';

/** Everything around a page: the way in, the way about, the keys, and the way to look away. */
export function Shell() {
  const standing = useStanding();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [isCalm, setCalm] = useState(false);
  const [showsKeys, showKeys] = useState(false);
  useKeys({ lookAway: () => setCalm((calm) => !calm), help: () => showKeys((shown) => !shown) }, standing.is === 'in');
  useFocusOnPage(path);

  if (path.endsWith('/join')) return <Outlet />;
  if (standing.is === 'unknown') return null;
  if (standing.is === 'unreachable') return <p className="door notice-line">{standing.says}</p>;
  if (standing.is === 'out' || standing.is === 'code') return <SignIn waitsForCode={standing.is === 'code'} />;
  if (standing.is === 'locked') return <Unlock />;
  return (
    <div className="shell">
      <a className="skip" href="#page">
        Skip to the page
      </a>
      <Side session={standing.session} onHelp={() => showKeys(true)} />
      <main className="main" id="page" tabIndex={-1}>
        <Outlet />
      </main>
      <KeySheet isOpen={showsKeys} onClose={() => showKeys(false)} />
      {isCalm && <Calm onBack={() => setCalm(false)} />}
    </div>
  );
}

/** Who reads by ear hears the new page, not the link that led to it. */
function useFocusOnPage(path: string): void {
  const [first] = useState(path);
  useEffect(() => {
    if (path !== first) document.querySelector<HTMLElement>('#page h1')?.focus();
  }, [path, first]);
}
