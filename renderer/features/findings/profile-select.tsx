import { setTrackProfile } from '../../../shared/edits/track';
import { profileOf } from '../../../shared/checks/input';
import { profiles } from '../../../shared/profiles/profiles';
import { primaryLanguage } from '../../../shared/text/locale';
import { useMessages } from '../../app/messages';
import { run, useDocument } from '../../state/document';
import { trackById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { SelectInput } from '../../ui/field';

/** The style guide the track is measured by: those of its language, and those for any. */
export function ProfileSelect() {
  const t = useMessages();
  const trackId = useSession((state) => state.activeTrackId);
  const track = useDocument(({ project }) => trackById(project, trackId));
  if (!track) return null;
  const own = profileOf(track);
  const language = primaryLanguage(track.language);
  const options = profiles
    .filter((one) => one === own || one.languages.length === 0 || one.languages.includes(language))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectInput
      label={t('findings.profile')}
      value={own.id}
      options={options}
      onChange={(profileId) => run(setTrackProfile, { id: track.id, profileId })}
    />
  );
}
