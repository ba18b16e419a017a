/**
 * Resolves when the process is asked to stop. Asked a second time, it stops at once. Listens from the call on, so call
 * it before anything is opened: a process that is stopped while it starts must close what it has opened.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false;
    const stop = () => {
      if (isAsked) process.exit(1);
      isAsked = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
