import { useEffect, useState } from 'react';
import type { TextSource, TranscriptDraft } from '../../../shared/api/contract';
import { errorData, type ErrorData } from '../../../shared/api/errors';
import type { LanguageTag } from '../../../shared/domain/common';
import { getClient } from '../../platform/client';

/** Pasting and typing settle before the text is read. */
const SETTLE_MS = 300;

export interface DraftState {
  readonly draft: TranscriptDraft | null;
  readonly problem: ErrorData | null;
  readonly isReading: boolean;
}

const NOTHING: DraftState = { draft: null, problem: null, isReading: false };

/** What the services make of a text; read anew when text, language or encoding change. The newest answer counts. */
export function useDraft(
  source: TextSource | null,
  language: LanguageTag,
  encoding: string | null,
): DraftState {
  const [state, setState] = useState(NOTHING);
  const isEmpty = source === null || (source.kind === 'text' && source.text.trim() === '');

  useEffect(() => {
    if (isEmpty) return;
    let isCurrent = true;
    const settle = (next: DraftState) => {
      if (isCurrent) setState(next);
    };
    const timer = setTimeout(
      () => {
        setState((before) => ({ ...before, isReading: true }));
        getClient()
          .call('transcript.read', { source, language, encoding })
          .then(
            (draft) => settle({ draft, problem: null, isReading: false }),
            (error: unknown) => settle({ draft: null, problem: errorData(error), isReading: false }),
          );
      },
      source.kind === 'text' ? SETTLE_MS : 0,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [source, isEmpty, language, encoding]);

  return isEmpty ? NOTHING : state;
}
