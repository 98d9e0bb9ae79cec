// The way of every request, in order, on one screen; then each feature is mounted. Nothing else runs before a route.
import { type Context, Hono } from 'hono';
import { routes as confirmationRoutes } from '../features/coaching/confirmation/routes.tsx';
import { enrolmentRoutes } from '../features/coaching/enrolments/routes.tsx';
import { routes as monthRoutes } from '../features/coaching/months/routes.tsx';
import { routes as myDayRoutes } from '../features/coaching/my-days/routes.tsx';
import { helpRoutes } from '../features/coaching/my-days/routes-help.tsx';
import { payerRoutes } from '../features/coaching/payers/routes.tsx';
import { reviewRoutes as planReviewRoutes } from '../features/coaching/plans/reviews/routes-reviews.tsx';
import { routes as planRoutes } from '../features/coaching/plans/routes.tsx';
import { hoursRoutes as bookingHoursRoutes } from '../features/contact/bookings/availability/routes-hours.tsx';
import { placeRoutes as bookingPlaceRoutes } from '../features/contact/bookings/availability/routes-places.tsx';
import { beforeRoutes as bookingBeforeRoutes } from '../features/contact/bookings/before/routes-before.tsx';
import { linkRoutes as bookingLinkRoutes } from '../features/contact/bookings/links/routes-links.tsx';
import { poolRoutes as bookingPoolRoutes } from '../features/contact/bookings/pools/routes-pools.tsx';
import { routes as bookingRoutes } from '../features/contact/bookings/routes.tsx';
import { seatRoutes as bookingSeatRoutes } from '../features/contact/bookings/seats/routes-seats.tsx';
import { taskRoutes as bookingTaskRoutes } from '../features/contact/bookings/tasks/routes-tasks.tsx';
import { routes as callRoutes } from '../features/contact/calls/routes.tsx';
import { routes as dropInRoutes } from '../features/contact/drop-in/routes.tsx';
import { settingRoutes as dropInSettingRoutes } from '../features/contact/drop-in/routes-settings.tsx';
import { memberRoutes } from '../features/contact/groups/members/routes-members.tsx';
import { programmeRoutes } from '../features/contact/groups/programme/routes-programme.tsx';
import { routes as groupRoutes } from '../features/contact/groups/routes.tsx';
import { calendarRoutes } from '../features/contact/groups/routes-calendar.tsx';
import { routes as messageRoutes } from '../features/contact/messages/routes.tsx';
import { channelRoutes } from '../features/contact/messages/routes-channels.tsx';
import { routes as accessLogRoutes } from '../features/ground/access-log/routes.tsx';
import { routes as fileRoutes } from '../features/ground/files/routes.ts';
import { routes as noticeRoutes } from '../features/ground/notices/routes.tsx';
import { logoRoutes } from '../features/ground/offices/look/routes-logo.tsx';
import { routes as officeRoutes } from '../features/ground/offices/routes.tsx';
import { hoursRoutes, unitRoutes } from '../features/ground/offices/routes-units.tsx';
import { settingsRoutes } from '../features/ground/offices/settings/routes-settings.tsx';
import { erasureRoutes } from '../features/ground/people/erasure/routes-erasure.tsx';
import { importRoutes } from '../features/ground/people/import/routes-import.tsx';
import { personRoutes } from '../features/ground/people/person/routes-person.tsx';
import { routes as peopleRoutes } from '../features/ground/people/routes.tsx';
import { blockRoutes, coachRoutes, roleRoutes } from '../features/ground/people/ties/routes-ties.tsx';
import { actorOfSession } from '../features/ground/sign-in/door.ts';
import { routes as signInRoutes } from '../features/ground/sign-in/routes.tsx';
import { routes as boardRoutes } from '../features/home/board/routes.tsx';
import { routes as frontRoutes } from '../features/home/front/routes.tsx';
import { routes as overviewRoutes } from '../features/home/overview/routes.tsx';
import { routes as profileRoutes } from '../features/home/profile/routes.tsx';
import { routes as todayRoutes } from '../features/home/today/routes.tsx';
import { routes as catalogueRoutes } from '../features/offer/catalogue/routes.tsx';
import { feedbackRoutes as catalogueFeedbackRoutes } from '../features/offer/catalogue/routes-feedback.tsx';
import { countingRoutes } from '../features/offer/services/counting/routes-counting.tsx';
import { modeRoutes } from '../features/offer/services/editing/routes-modes.tsx';
import { pathRoutes, templateRoutes } from '../features/offer/services/editing/routes-path.tsx';
import { sectionRoutes } from '../features/offer/services/editing/routes-sections.tsx';
import { serviceRoutes } from '../features/offer/services/editing/routes-services.tsx';
import { stepRoutes } from '../features/offer/services/editing/routes-steps.tsx';
import { versionRoutes } from '../features/offer/services/editing/routes-versions.tsx';
import type { Assets } from '../platform/assets.ts';
import { BadRequest, NotFound, StepUpNeeded, troubleOf } from '../platform/errors.ts';
import type { Live } from '../platform/live.ts';
import { errorForLog } from '../platform/log.ts';
import type { OfficeAddresses } from '../platform/office-addresses.ts';
import type { InOffice } from '../platform/tenancy.ts';
import { open, ownPath, type Web } from '../platform/web.ts';
import { ErrorPage } from './error-pages.tsx';
import { type HealthParts, healthRoutes } from './health.ts';
import { liveRoutes } from './live-routes.ts';
import {
  answerHeaders,
  chosenLanguage,
  compressAnswer,
  limitPosts,
  logRequest,
  nameRequest,
  officeOfRequest,
  pageRenderer,
  refuseOtherSites,
  wayOnwardForScripts,
} from './pipeline.tsx';
import { styleRoutes } from './style-route.tsx';
import { texts } from './texts.ts';
import { liveRights } from './topics.ts';
import { troubleAnswer } from './trouble-page.tsx';

// Every feature's routes, in the order of the floors.
const featureRoutes = [
  officeRoutes,
  logoRoutes,
  unitRoutes,
  hoursRoutes,
  settingsRoutes,
  peopleRoutes,
  importRoutes,
  personRoutes,
  erasureRoutes,
  roleRoutes,
  coachRoutes,
  blockRoutes,
  accessLogRoutes,
  fileRoutes,
  noticeRoutes,
  signInRoutes,
  serviceRoutes,
  sectionRoutes,
  modeRoutes,
  pathRoutes,
  stepRoutes,
  templateRoutes,
  versionRoutes,
  countingRoutes,
  catalogueRoutes,
  catalogueFeedbackRoutes,
  messageRoutes,
  callRoutes,
  bookingHoursRoutes,
  bookingPoolRoutes,
  bookingTaskRoutes,
  bookingLinkRoutes,
  bookingSeatRoutes,
  bookingBeforeRoutes,
  bookingPlaceRoutes,
  bookingRoutes,
  dropInSettingRoutes,
  dropInRoutes,
  channelRoutes,
  planRoutes,
  planReviewRoutes,
  myDayRoutes,
  monthRoutes,
  enrolmentRoutes,
  helpRoutes,
  todayRoutes,
  frontRoutes,
  boardRoutes,
  overviewRoutes,
  profileRoutes,
  confirmationRoutes,
  payerRoutes,
  groupRoutes,
  memberRoutes,
  programmeRoutes,
  calendarRoutes,
];

export type AppParts = HealthParts & {
  readonly inOffice: InOffice;
  readonly live: Live;
  readonly assets: Assets;
};

/** The whole web application. `app.fetch` takes a standard Request; tests call `app.request()`. */
export function createApp(parts: AppParts): Hono<Web> {
  const app = new Hono<Web>({ getPath: (request) => pathInOffice(parts.addresses, request) });
  app.use(nameRequest(parts));
  app.use(logRequest(parts.outside.log));
  app.use(compressAnswer);
  app.use(wayOnwardForScripts);
  app.use(answerHeaders(parts));
  app.use(parts.assets.serve);
  app.route('/', healthRoutes(parts));
  app.use(chosenLanguage);
  // Before whatever may refuse or fail, so that a refusal is a page with its status.
  app.use(pageRenderer(parts));
  app.use(officeOfRequest(parts));
  app.use(refuseOtherSites(parts.outside.config));
  app.use(limitPosts(parts));
  app.use(async (c, next) => {
    c.set('house', {
      inOffice: parts.inOffice,
      findActor: actorOfSession,
      limit: parts.outside.limits.take,
      findWhenHinted: parts.live.findWhenHinted,
    });
    await next();
  });

  parts.live.checkBy(liveRights);
  app.route('/', liveRoutes(parts.live));
  for (const routes of featureRoutes) app.route('/', routes);
  if (parts.outside.config.demo) app.route('/', styleRoutes);

  // A page that is not there still knows who asks, so that they keep their menu.
  app.all('*', open({ repeatable: true }), (c) => {
    throw new NotFound(c.req.path);
  });
  app.onError((error, c) => {
    if (error instanceof NotFound) {
      return c.render(<ErrorPage title={texts.notFoundTitle} explanation={texts.notFound} />, {
        title: texts.notFoundTitle,
        status: 404,
      });
    }
    if (error instanceof StepUpNeeded) return c.redirect(`/prove?back=${encodeURIComponent(pageOf(c))}`, 303);
    if (error instanceof BadRequest) return refusal(error, c);
    const trouble = troubleOf(error);
    if (trouble) return troubleAnswer(c, trouble);
    parts.outside.log.error({ number: c.var.requestId, error: errorForLog(error) }, 'bug');
    return c.render(
      <ErrorPage title={texts.brokenTitle} explanation={texts.broken} values={{ number: c.var.requestId }} />,
      { title: texts.brokenTitle, status: 500 },
    );
  });
  return app;
}

function refusal(error: BadRequest, c: Context<Web>) {
  if (error.retryAfterSeconds) c.header('retry-after', String(error.retryAfterSeconds));
  const minutes = Math.ceil((error.retryAfterSeconds ?? 60) / 60);
  const [title, explanation] =
    error.status === 413
      ? [texts.tooLargeTitle, texts.tooLarge]
      : error.status === 429
        ? [texts.tooManyTitle, texts.tooMany]
        : [texts.refusedTitle, texts.refused];
  return c.render(<ErrorPage title={title} explanation={explanation} values={{ minutes }} />, {
    title,
    status: error.status,
  });
}

// Where to come back to after proving oneself: the page, or the page that a refused form stood on.
function pageOf(c: Context<Web>): string {
  if (c.req.method === 'GET') return c.req.path;
  const from = c.req.header('referer');
  return from !== undefined && URL.canParse(from) ? ownPath(new URL(from).pathname) : '/';
}

// The first part of the path may name the office; routes are written without it.
function pathInOffice(addresses: OfficeAddresses, request: Request): string {
  const { pathname } = new URL(request.url);
  return addresses.split(pathname).path;
}
