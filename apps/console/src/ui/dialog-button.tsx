import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

/** A button that asks more before it does anything; what stands in the dialog is gone when it closes. */
export function DialogButton({
  label,
  title = label,
  tone,
  children,
}: {
  label: string;
  /** Begins with the label; what it is about follows. */
  title?: string;
  tone?: 'main' | 'danger' | 'plain';
  children: (close: () => void) => ReactNode;
}) {
  const [isOpen, open] = useState(false);
  const close = () => open(false);
  return (
    <>
      <Button {...(tone && { tone })} aria-label={title} onClick={() => open(true)}>
        {label}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  );
}
