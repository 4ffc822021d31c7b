import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { showTrack, useSession } from '../../state/session';
import { trackName } from '../../../shared/text/track-names';
import { languageName, trackTitle } from '../../ui/languages';

/** One button a track, by its language; the pressed one is shown in the cue list. */
export function TrackTabs() {
  const t = useMessages();
  const tracks = useDocument((state) => state.project.tracks);
  const active = useSession((state) => state.activeTrackId);
  if (tracks.length === 0) return <div className="track-tabs" />;
  return (
    <ToggleButtonGroup
      className="track-tabs"
      aria-label={t('editor.tracks')}
      disallowEmptySelection
      selectedKeys={active === null ? [] : [active]}
      onSelectionChange={(keys) => {
        const [id] = [...keys];
        if (id !== undefined) showTrack(String(id));
      }}
    >
      {tracks.map((track) => (
        <ToggleButton
          key={track.id}
          id={track.id}
          className="track-tabs__tab"
          aria-label={t(track.kind === 'source' ? 'editor.sourceTrack' : 'editor.translationTrack', {
            language: trackTitle(track, tracks),
          })}
        >
          <span className="track-tabs__tag">{trackName(track, tracks, (tag) => tag)}</span>
          <span className="track-tabs__name">{languageName(track.language)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
