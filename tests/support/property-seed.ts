/**
 * Property tests draw anew on every run, but in CI: there the same commit must give the same answer, so that a rare
 * counterexample stops whoever changed what it is about, not whoever came by.
 */
import fc from 'fast-check';

if (process.env['CI']) fc.configureGlobal({ seed: 20_261_129 });
