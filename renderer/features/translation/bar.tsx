import { ClipboardPaste, Link2, Link2Off, Lock, LockOpen } from 'lucide-react';
import { untranslatedCues } from '../../../shared/edits/translation';
import type { Track } from '../../../shared/domain/track';
import { runCommand } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { cuesOfTrack } from '../../state/selectors';
import { Button } from '../../ui/button';
import { useSourceOpen } from './store';
import './translation.css';

const ICON = 14;

/** How far a translation is, and its two locks; above its subtitles. */
export function TranslationBar({ track }: { readonly track: Track }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const isSourceOpen = useSourceOpen();
  const cues = cuesOfTrack(project, track.id);
  const done = cues.filter(({ text }) => text.trim() !== '').length;
  const missing = untranslatedCues(project, track.id).length;
  const isTied = track.timing === 'source';
  return (
    <div className="translation-bar" role="group" aria-label={t('translation.bar')}>
      <span className="translation-bar__count numbers">
        {t('translation.done', { done, count: cues.length })}
      </span>
      {missing > 0 && (
        <Button size="small" onPress={() => runCommand('translation.addMissing')}>
          {t('translation.missing', { count: missing })}
        </Button>
      )}
      <span className="translation-bar__gap" />
      <Button size="small" variant="quiet" onPress={() => runCommand('translation.place')}>
        <ClipboardPaste size={ICON} aria-hidden />
        {t('translation.place')}
      </Button>
      <Button size="small" variant="quiet" onPress={() => runCommand('translation.timing')}>
        {isTied ? <Link2 size={ICON} aria-hidden /> : <Link2Off size={ICON} aria-hidden />}
        {t(isTied ? 'translation.timesTied' : 'translation.timesOwn')}
      </Button>
      <Button size="small" variant="quiet" onPress={() => runCommand('translation.source')}>
        {isSourceOpen ? <LockOpen size={ICON} aria-hidden /> : <Lock size={ICON} aria-hidden />}
        {t(isSourceOpen ? 'translation.sourceOpen' : 'translation.sourceLocked')}
      </Button>
    </div>
  );
}
