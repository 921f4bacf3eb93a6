import type { Child, Markup } from '../jsx/jsx-runtime.ts';
import type { ClinicNumber, ClinicView, Said, View } from '../view.ts';
import { fill } from '../words.ts';
import { WriteLine } from './boxes.tsx';

/** Words that may be in another language than the product. */
export function Words({ said }: { said: Said }): Markup {
  if (said.lang === undefined) return <>{said.text}</>;
  return (
    <span lang={said.lang} dir="auto">
      {said.text}
    </span>
  );
}

/** Who hands it out: the clinic's logo and name, or the publisher's. The name stands beside the logo, which need not say it again. */
export function Issuer({ view }: { view: View }): Markup {
  if (!view.clinic) return <p>{view.publisher}</p>;
  const { logo, name } = view.clinic;
  return (
    <div class="issuer">
      {logo && <img class="logo" src={logo} alt="" />}
      <p>
        <Words said={name} />
      </p>
    </div>
  );
}

/** The foot of page 1: whom to call, and the code to scan. */
export function Contact({ view }: { view: View }): Markup {
  const { clinic, words } = view;
  return (
    <div class={clinic ? 'contact clinic' : 'contact'} data-measure="contact">
      <div>
        {clinic ? (
          <Reach clinic={clinic} view={view} />
        ) : (
          <>
            <p>
              <strong>{words.yourClinic}</strong>
            </p>
            <Blank word={words.clinicLine} />
          </>
        )}
      </div>
      {view.code && (
        <div class="qr">
          <p class="note">{scanWords(view)}</p>
          <QrCode view={view} />
        </div>
      )}
    </div>
  );
}

/** On a screen: whom to call, each number dialled by a touch. */
export function ContactSection({ view, level }: { view: View; level: number }): Markup {
  const { clinic, words } = view;
  if (!clinic) return <></>;
  const Heading = `h${level}`;
  return (
    <section class="panel contact clinic" id="guidepress-contact">
      <Heading>{words.yourClinic}</Heading>
      <Reach clinic={clinic} view={view} />
      {clinic.url && (
        // In right-to-left words an address still runs from left to right, where lines start.
        <p dir={view.direction === 'rtl' ? 'rtl' : undefined}>
          <a href={clinic.url} dir={view.direction === 'rtl' ? 'ltr' : undefined}>
            {clinic.url}
          </a>
        </p>
      )}
    </section>
  );
}

/** One line for the foot of a page that hangs on a fridge: name and first number. */
export function ClinicLine({ view }: { view: View }): Markup {
  const { clinic } = view;
  if (!clinic) return <></>;
  return (
    <p class="clinic-line">
      <strong>
        <Words said={clinic.name} />
      </strong>
      {clinic.phones.slice(0, 1).map((phone) => [' · ', <Phone phone={phone} view={view} />])}
    </p>
  );
}

/** The code to scan, with what it opens for who cannot see it. */
export function QrCode({ view, kind }: { view: View; kind?: string | undefined }): Markup {
  const url = view.code?.url ?? '';
  return <img class={kind} src="qr.svg" alt={fill(view.words.qrAlt, { url })} />;
}

/** What the code to scan is for: a clinic's own page is not the guide. */
export function scanWords({ code, words }: View): string {
  return code?.opens === 'clinic' ? words.scanClinic : words.scan;
}

/** Name and address, numbers, hours: a line each, as long as they fit. Without a number there is a line to write one on. */
function Reach({ clinic, view }: { clinic: ClinicView; view: View }): Markup {
  const { name, address, phones, hours } = clinic;
  const [first] = address;
  return (
    <>
      <p class="address">
        <strong>
          <Words said={name} />
        </strong>
        {first && ', '}
        {first && <Words said={{ text: address.map(({ text }) => text).join(', '), lang: first.lang }} />}
      </p>
      {phones.length > 0 && (
        <p class="phones">{phones.map((phone, index) => [index > 0 && ' · ', <Phone phone={phone} view={view} />])}</p>
      )}
      {phones.length === 0 && view.paper !== null && (
        <Blank word={fill(view.words.clinicPhone, { number: '' }).trim()} />
      )}
      {hours && (
        <p class="hours">
          <Words said={hours} />
        </p>
      )}
    </>
  );
}

function Phone({ phone, view }: { phone: ClinicNumber; view: View }): Markup {
  const { label, say, dial } = phone;
  // In right-to-left words a number still runs from left to right.
  const dir = view.direction === 'rtl' ? 'ltr' : undefined;
  const number: Child =
    view.paper === null ? (
      <a class="phone" href={`tel:${dial}`} dir={dir}>
        {say}
      </a>
    ) : (
      <strong class="phone" dir={dir}>
        {say}
      </strong>
    );
  const [before = '', after = ''] = view.words.clinicPhone.split('{number}');
  return label ? (
    <>
      <Words said={label} />
      {': '}
      {number}
    </>
  ) : (
    <>
      {before}
      {number}
      {after}
    </>
  );
}

function Blank({ word }: { word: string }): Markup {
  return (
    <WriteLine>
      <span>{word}</span>
    </WriteLine>
  );
}
