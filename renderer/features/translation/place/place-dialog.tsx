import { useState } from 'react';
import type { LanguageTag } from '../../../../shared/domain/common';
import { placeTranslation } from '../../../../shared/edits/place-translation';
import { benchOf, textsOfCues, type Bench } from '../../../../shared/translation/place/bench';
import type { Output, TextSource } from '../../../../shared/api/contract';
import { errorData } from '../../../../shared/api/errors';
import { useMessages } from '../../../app/messages';
import { getClient } from '../../../platform/client';
import { newId } from '../../../platform/new-id';
import { run, useDocument } from '../../../state/document';
import { notify } from '../../../state/notices';
import { cuesOfTrack, sourceTrack } from '../../../state/selectors';
import { showTrack } from '../../../state/session';
import { shownTranslation } from '../actions';
import { BenchDialog } from './bench-dialog';
import { SourceDialog } from './source-dialog';

type Found = Output<'translation.place'>;

/** A whole translation in two steps: bring it, then look at where it was placed and put right what is not. */
export function PlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const session = useDocument((state) => state.session);
  const [language, setLanguage] = useState<LanguageTag>(() => shownTranslation()?.language ?? 'ru');
  const [found, setFound] = useState<{ readonly bench: Bench; readonly isTable: boolean } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPlacing, setIsPlacing] = useState(false);
  const track =
    project.tracks.find((each) => each.kind === 'translation' && each.language === language) ?? null;
  const source = sourceTrack(project);

  const place = async (text: TextSource, encoding: string | null) => {
    if (session === null) return;
    setIsPlacing(true);
    setProblem(null);
    try {
      const input = { session, language, profileId: track?.profileId ?? null, source: text, encoding };
      const { placed, isTable }: Found = await getClient().call('translation.place', input);
      setFound({ bench: benchOf(placed), isTable });
    } catch (error) {
      setProblem(errorData(error).message);
    } finally {
      setIsPlacing(false);
    }
  };

  const keep = (bench: Bench) => {
    run(placeTranslation, { newId, trackId: track?.id ?? null, language, texts: textsOfCues(bench) });
    const kept = useDocument.getState().project.tracks.findLast((each) => each.language === language);
    if (kept) showTrack(kept.id);
    onClose();
    notify('success', t('place.done'));
  };

  if (found && source)
    return (
      <BenchDialog
        first={found.bench}
        isTable={found.isTable}
        source={source}
        language={language}
        replaced={cuesOfTrack(project, track?.id ?? null).filter(({ text }) => text.trim() !== '').length}
        onBack={() => setFound(null)}
        onKeep={keep}
        onClose={onClose}
      />
    );
  return (
    <SourceDialog
      language={language}
      onLanguage={setLanguage}
      problem={problem}
      isPlacing={isPlacing}
      onPlace={(text, encoding) => void place(text, encoding)}
      onClose={onClose}
    />
  );
}
