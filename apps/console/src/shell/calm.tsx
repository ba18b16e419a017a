import { useEffect, useRef } from 'react';
import { Button } from '../ui/button';

/** Covers everything at a key. Nothing asks why, and nothing is lost. */
export function Calm({ onBack }: { onBack: () => void }) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div className="calm" role="dialog" aria-modal="true" aria-label="Covered">
      <p>Everything is covered. Take the time you need; your case waits for you.</p>
      <Button ref={back} onClick={onBack}>
        Back <kbd>F9</kbd>
      </Button>
    </div>
  );
}
