import { z } from 'zod';

/**
 * A program of the person's own that translates texts, started without a shell. Part of the settings of this machine only:
 * no project, packet or review can name one.
 */
export const Translator = z.object({
  /** Full path, or a name that is looked for in PATH. */
  program: z.string().trim().min(1).max(4096),
  /** `{source}` and `{target}` in them stand for the language tags. */
  args: z.array(z.string().max(4096)).max(100),
});
export type Translator = z.infer<typeof Translator>;

/** Which cues of a translation a machine is asked for: those without a text, those it wrote that nobody read yet too, or all. */
export const MachineScope = z.enum(['empty', 'drafts', 'all']);
export type MachineScope = z.infer<typeof MachineScope>;

/** Who wrote a text that no person wrote, and when (ms since 1970). */
export const MachineMade = z.object({
  /** Name of the program, without its folder. */
  by: z.string().max(100),
  atMs: z.number().int().min(0).max(8_640_000_000_000_000),
});
export type MachineMade = z.infer<typeof MachineMade>;
