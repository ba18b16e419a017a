import type { ReactNode } from 'react';

/** A page: what it is, one sentence what for, and what can be done on it. */
export function Page({
  title,
  about,
  actions,
  children,
}: {
  title: string;
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <title>{`${title} · Tyrian`}</title>
      <div className="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {about && <p>{about}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </div>
      {children}
    </>
  );
}

export function Card({ title, side, children }: { title?: string; side?: ReactNode; children: ReactNode }) {
  return (
    <section className="card" {...(title && { 'aria-label': title })}>
      {title && (
        <div className="card-head">
          <h2>{title}</h2>
          {side}
        </div>
      )}
      {children}
    </section>
  );
}

/** A page with nothing on it yet says what will stand here and how to get it there. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** What went wrong, said at once to whoever listens. */
export function Fault({ fault }: { fault: unknown }) {
  if (!fault) return null;
  return (
    <p className="notice-line" role="alert">
      {fault instanceof Error ? fault.message : 'Something went wrong.'}
    </p>
  );
}
