import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button';

/** A question over the page, as the browser itself knows how to show one: focus, Escape and screen readers included. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) ref.current?.showModal();
    else ref.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={ref} onClose={onClose} aria-label={title}>
      <div className="card-head">
        <h2>{title}</h2>
        <Button tone="plain" onClick={onClose} aria-label="Close">
          Close
        </Button>
      </div>
      {isOpen && children}
    </dialog>
  );
}
