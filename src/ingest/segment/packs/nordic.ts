import type { PackSource } from './pack.ts';

/** Danish, Norwegian and Swedish; part of the generic pack. */
export const nordic: PackSource = {
  leading: 'hr fru frk skt sct bl.a f.eks t.ex d.v.s dvs ca ift jf jfr mht pga bl fx evt inkl ekskl sk',
  numbered: 'stk kap s nr sid maj okt',
  ambiguous: 's.u mio mia kl a/s tlf st str f.kr e.kr',
  trailing: 'osv m.m m.v o.s.v',
  starters:
    'alle at av både da de den denne der dermed desuden det dette di dog du efter eller en er et etter fordi för før han hans hon ' +
    'hun hur hva hvad hvem hver hvis hvor hvordan hvorfor i ifølge ikke ingen inte jag jeg kan man med men mens mycket när når nå ni nu ' +
    'og också også om over på samtidig selv selvom sedan siden som så til till trots under ut utan var vem vi vid vad ved',
};
