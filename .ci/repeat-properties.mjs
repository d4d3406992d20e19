// Property tests draw the same values in each run, so that the same code gives the same answer to everyone;
// `npm run fuzz` draws new ones each time, and what it finds names its seed.
import * as fc from 'fast-check';

if (import.meta.env.MODE !== 'fuzz') fc.configureGlobal({ seed: 1 });
