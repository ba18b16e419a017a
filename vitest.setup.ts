import fc from 'fast-check';

/** The same cases at every run, so that a change is judged by what it changed; `TYRIAN_SEED=random` looks further. */
const FIXED_SEED = 20_261_122;

if (process.env.TYRIAN_SEED !== 'random') fc.configureGlobal({ seed: Number(process.env.TYRIAN_SEED ?? FIXED_SEED) });
