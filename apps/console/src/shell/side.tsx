import { useMutation } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ask } from '../api/ask';
import { queries } from '../api/queries';
import mark from '../tyrian.svg';
import { Button } from '../ui/button';
import { PLACES } from './places';
import type { Session } from './session';
import { showTheme, type Theme, themeNow } from './theme';

/** The way about: only pages that the member may see. */
export function Side({ session, onHelp }: { session: Session; onHelp: () => void }) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu of a narrow screen.
  useEffect(() => setOpen(false), [path]);
  const leave = useMutation({ mutationFn: () => ask('sign-out', {}), onSettled: () => queries.resetQueries() });
  return (
    <header className="side" data-open={isOpen}>
      <div className="brand">
        <img src={mark} alt="" />
        Tyrian
        <Button className="menu-button plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Menu
        </Button>
      </div>
      <nav aria-label="Pages">
        {PLACES.filter(({ may }) => session.capabilities.includes(may)).map(({ to, name }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/' }}>
            {name}
          </Link>
        ))}
      </nav>
      <div className="side-foot">
        <Link to="/you">{session.member.name}</Link>
        <ThemeChoice />
        <div className="row">
          <Button className="plain" onClick={onHelp}>
            Keys <kbd>?</kbd>
          </Button>
          <Button className="plain" onClick={() => leave.mutate()}>
            Sign out
          </Button>
        </div>
      </div>
    </header>
  );
}

function ThemeChoice() {
  const [theme, setTheme] = useState(themeNow);
  return (
    <label className="small soft">
      Look{' '}
      <select
        value={theme}
        onChange={({ target }) => {
          showTheme(target.value as Theme);
          setTheme(target.value as Theme);
        }}
      >
        <option value="system">as the system</option>
        <option value="light">light</option>
        <option value="dark">dark</option>
      </select>
    </label>
  );
}
