export function wordsOf(
  spans: { text: string; start: number; end: number }[],
  fragments: { text: string }[],
): { wordId: string; startMs: number; endMs: number; confidence: number }[];
