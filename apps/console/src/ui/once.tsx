import { useRef, useState } from 'react';
import { Button } from './button';
import { Field } from './field';

/** A secret that is shown this once, to be copied. */
export function Once({ label, hint, value }: { label: string; hint: string; value: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    // Without TLS browsers have no clipboard: then it is at least chosen, ready to be copied by hand.
    const isDone = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    );
    setCopied(isDone ?? false);
  };
  return (
    <>
      <Field label={label} hint={hint}>
        {(ids) => <input {...ids} ref={field} className="mono" type="text" readOnly value={value} />}
      </Field>
      <div className="row">
        <Button tone="main" onClick={copy}>
          Copy
        </Button>
        <span role="status">{isCopied && 'Copied.'}</span>
      </div>
    </>
  );
}
