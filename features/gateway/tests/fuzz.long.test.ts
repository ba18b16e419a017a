import { fuzzDoors } from './_fuzz-doors.js';
import { fuzzFiles } from './_fuzz-files.js';

// With TYRIAN_SEED=random the cases are others each time.
fuzzDoors(1_000);
fuzzFiles(1_000);
