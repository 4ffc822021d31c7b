import { useState } from 'react';
import type { TextSource } from '../../../../shared/api/contract';
import type { LanguageTag } from '../../../../shared/domain/common';
import { placeTranslation } from '../../../../shared/edits/place-translation';
import { textsOfCues, type Bench } from '../../../../shared/translation/place/bench';
import { useMessages } from '../../../app/messages';
import { newId } from '../../../platform/new-id';
import { run, useDocument } from '../../../state/document';
import { useJobs } from '../../../state/jobs';
import { notify } from '../../../state/notices';
import { cuesOfTrack, sourceTrack } from '../../../state/selectors';
import { showTrack } from '../../../state/session';
import { shownTranslation } from '../actions';
import { BenchDialog } from './bench-dialog';
import { SourceDialog, type Brought } from './source-dialog';
import { usePlace } from './use-place';

/** A whole translation in two steps: bring it, then look at where it was placed and put right what is not. */
export function PlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const [language, setLanguage] = useState<LanguageTag>(() => shownTranslation()?.language ?? 'ru');
  const [brought, setBrought] = useState<Brought>({ pasted: '', file: null });
  const { phase, place, stop, back } = usePlace();
  const track =
    project.tracks.find((each) => each.kind === 'translation' && each.language === language) ?? null;
  const source = sourceTrack(project);
  const jobId = phase.step === 'placing' ? phase.jobId : null;
  const progress = useJobs((state) => (jobId === null ? null : (state.jobs.get(jobId)?.progress ?? null)));
  const ask = (text: TextSource, encoding: string | null) =>
    void place({ source: text, language, profileId: track?.profileId ?? null, encoding });

  const keep = (bench: Bench) => {
    run(placeTranslation, { newId, trackId: track?.id ?? null, language, texts: textsOfCues(bench) });
    const kept = useDocument.getState().project.tracks.findLast((each) => each.language === language);
    if (kept) showTrack(kept.id);
    onClose();
    notify('success', t('place.done'));
  };

  if (phase.step === 'found' && source)
    return (
      <BenchDialog
        first={phase.bench}
        isTable={phase.isTable}
        source={source}
        language={language}
        replaced={cuesOfTrack(project, track?.id ?? null).filter(({ text }) => text.trim() !== '').length}
        encoding={phase.encoding}
        onEncoding={(encoding) => ask(phase.source, encoding)}
        onBack={back}
        onKeep={keep}
        onClose={onClose}
      />
    );
  return (
    <SourceDialog
      language={language}
      onLanguage={setLanguage}
      brought={brought}
      onBrought={setBrought}
      problem={phase.step === 'bring' ? phase.problem : null}
      isPlacing={phase.step === 'placing'}
      progress={progress}
      onPlace={(text) => ask(text, null)}
      onStop={stop}
      onClose={onClose}
    />
  );
}
