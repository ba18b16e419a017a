import { fuzzDoors } from './_fuzz-doors.js';

// With TYRIAN_SEED=random the cases are others each time.
fuzzDoors(1_000);
