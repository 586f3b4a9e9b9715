import { PageHeader } from '../../components/page-header.tsx';
import { useWords } from '../../words/words.tsx';
import { SiteSettings } from '../distribution/site-settings.tsx';
import { WhatsappSettings } from '../distribution/whatsapp-settings.tsx';

/** Situs & WhatsApp. */
export function SiteAndWhatsapp() {
  const w = useWords();
  return (
    <>
      <PageHeader title={w.settings.site} about={w.settings.siteAbout} />
      <SiteSettings />
      <WhatsappSettings />
    </>
  );
}
