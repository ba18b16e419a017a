import { type KeyboardEvent, type ReactNode, useState } from 'react';

/**
 * Covers what may hurt, until somebody holds the button or key down: nothing shows by a pointer that passes, and letting
 * go is enough to look away. Screen readers are told of the cover and read nothing behind it.
 */
export function Veil({ isLifted, children }: { isLifted: boolean; children: ReactNode }) {
  const [isHeld, hold] = useState(false);
  const isOpen = isLifted || isHeld;
  const onKey = (isDown: boolean) => (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    hold(isDown);
  };
  return (
    <div className="veil">
      {!isLifted && (
        <button
          type="button"
          className="button"
          onPointerDown={() => hold(true)}
          onPointerUp={() => hold(false)}
          onPointerLeave={() => hold(false)}
          onKeyDown={onKey(true)}
          onKeyUp={onKey(false)}
          onBlur={() => hold(false)}
        >
          Hold to read
        </button>
      )}
      <div className={isOpen ? 'behind' : 'behind veiled'} aria-hidden={!isOpen} inert={!isOpen}>
        {children}
      </div>
    </div>
  );
}
