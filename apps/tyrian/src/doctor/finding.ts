/** What one check of `doctor` found: fine, worth knowing, or in the way. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'note' | 'fault';
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** Looks at one thing. A check that throws is itself a finding. */
export interface Check {
  readonly name: string;
  look(): Promise<Omit<Finding, 'check'>>;
}

export async function runCheck({ name, look }: Check): Promise<Finding> {
  try {
    return { check: name, ...(await look()) };
  } catch (fault) {
    return { check: name, state: 'fault', message: fault instanceof Error ? fault.message : String(fault) };
  }
}
