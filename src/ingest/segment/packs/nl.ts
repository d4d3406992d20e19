import type { PackSource } from './pack.ts';

export const nl: PackSource = {
  leading:
    'dhr mevr mw drs ir ing mr bc hr fam jhr ds gen kol kap lt sgt min z.k.h h.k.h bijv bv d.w.z o.a m.n ' +
    'm.b.t i.v.m t.o.v t.a.v t.b.v i.p.v n.a.v evt incl excl resp vgl zgn aanw vnw geb wed plv burg',
  numbered: 'blz afb tab hfst par afl nrs jan feb mrt apr jun jul aug sep sept okt nov dec',
  ambiguous: 'n.v b.v v.o.f jl a.s m.a.w n.chr v.chr mln mld str v.s v.n k.o',
  trailing: 'enz e.a e.d',
  starters:
    'aan achter al alle alleen als ander andere bij binnen boven bovendien buiten daar daarbij daarmee daarna daarnaast daarom ' +
    'daarvoor dan dat de deze die dit door dus een eerst elk elke en er ervan even geen haar had heeft heel hem het hier hierbij hij ' +
    'hoe hoewel hun ieder iedereen iets ik in indien inmiddels is ja je jij jullie kan kunnen maar me meer mijn misschien moet na ' +
    'naar naast nadat nee niemand niet niets nog nooit nu of om omdat ondanks onder ondertussen ons onze ook op over pas sinds sommige ' +
    'soms te tegen ten ter terwijl tijdens toch toen tot tussen twee uit uiteindelijk van vandaag veel verder volgens voor voordat vooral ' +
    'waar waarom wanneer want waren was wat we weer weinig wel welke wie wij worden wordt zal ze zelf zelfs zij zijn zo zoals ' +
    'zonder zou zowel',
};
