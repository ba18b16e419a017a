/** JSON as it is; a field, so that the keyboard can scroll and choose in it. */
export function Raw({ label, value }: { label: string; value: unknown }) {
  const text = JSON.stringify(value, null, 2);
  return (
    <textarea
      className="raw mono"
      aria-label={label}
      readOnly
      rows={Math.min(24, text.split('\n').length)}
      value={text}
    />
  );
}
