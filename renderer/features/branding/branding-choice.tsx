import { useEffect } from 'react';
import { useMessages } from '../../app/messages';
import { isBranded, loadBranding, useBranding } from '../../state/campaign-branding';
import { attempt } from '../../state/notices';
import { CheckInput } from '../../ui/field';

export interface BrandingChoiceProps {
  readonly value: boolean;
  readonly onChange: (isWanted: boolean) => void;
}

/** Whether a video gets the campaign's logo and card; nothing where the campaign has neither. */
export function BrandingChoice({ value, onChange }: BrandingChoiceProps) {
  const t = useMessages();
  const { logo, endCard } = useBranding((state) => state.branding);
  useEffect(() => attempt(loadBranding), []);
  if (!isBranded({ logo, endCard })) return null;
  const which = logo && endCard ? 'both' : logo ? 'logo' : 'card';
  return <CheckInput label={t('branding.use', { which })} value={value} onChange={onChange} />;
}
