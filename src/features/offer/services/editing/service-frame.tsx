// What every page about one service has around it: the way back, and the views of the service.
import { useSay } from '../../../../ui/speech.tsx';
import { Tabs } from '../../../../ui/ways.tsx';
import { texts } from './texts.ts';

/** The way back to the service from a page of its part. */
export function ServiceLink({ service }: { service: { id: string; name: string } }) {
  return <a href={`/office/services/${service.id}`}>{service.name}</a>;
}

/** The way back to the list. */
export function ServicesLink() {
  return <a href="/office/services">{useSay()(texts.services)}</a>;
}

export type ServiceTab = 'content' | 'preview' | 'versions' | 'stage' | 'bounds' | 'attendance-rule';

export function ServiceTabs({ id, current }: { id: string; current: ServiceTab }) {
  const tabs = [
    { tab: 'content', label: texts.content, href: `/office/services/${id}` },
    { tab: 'preview', label: texts.preview, href: `/office/services/${id}/preview` },
    { tab: 'versions', label: texts.versions, href: `/office/services/${id}/versions` },
    { tab: 'stage', label: texts.stage, href: `/office/services/${id}/stage` },
    { tab: 'bounds', label: texts.bounds, href: `/office/services/${id}/bounds` },
    { tab: 'attendance-rule', label: texts.attendanceRule, href: `/office/services/${id}/attendance-rule` },
  ] as const;
  return (
    <Tabs
      label={texts.service}
      tabs={tabs.map((one) => ({ label: one.label, href: one.href, current: one.tab === current }))}
    />
  );
}
