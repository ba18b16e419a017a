import type { Answer } from '../api/ask';
import { Once } from '../ui/once';
import { Time } from '../ui/time';

/** The secret of a key, shown once, and a first request with it. */
export function Secret({ made }: { made: Answer<'key.create'> }) {
  const { token } = made;
  const { name, previousUntil } = made.key;
  const curl = `curl ${window.location.origin}/v1/chat/completions -H "authorization: Bearer ${token}" \\
  -H "content-type: application/json" \\
  -d '{"model":"demo","messages":[{"role":"user","content":"Tell me about otters."}]}'`;
  return (
    <div className="stack">
      <Once label={`Secret of ${name}`} hint="It is kept as a hash only, and not shown again." value={token} />
      {previousUntil !== null && previousUntil > Date.now() && (
        <p className="soft">
          The old one counts until <Time at={previousUntil} />.
        </p>
      )}
      <label className="field">
        <span className="label">To try it</span>
        <textarea className="raw mono" readOnly rows={5} value={curl} />
      </label>
    </div>
  );
}
