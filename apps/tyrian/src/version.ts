import { createRequire } from 'node:module';
import { z } from 'zod';

const Manifest = z.object({ version: z.string() });

/** The version of this package, e.g. `0.1.0`. */
export const VERSION: string = Manifest.parse(createRequire(import.meta.url)('../package.json')).version;
