import { dominantScript } from '../text/scripts';

/** Whether a word is in other letters than all of these dictionaries (ISO 15924; null: unknown): then they have no say in it. */
export function foreignTo(word: string, scripts: readonly (string | null)[]): boolean {
  const script = dominantScript(word);
  return script !== null && scripts.every((own) => own !== null && own !== script);
}
