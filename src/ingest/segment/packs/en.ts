import type { PackSource } from './pack.ts';

export const en: PackSource = {
  leading:
    'adm Amb brig capt cmdr col cpl dep Det dir fr ft gen gov govs hon lt maj Msgr pres rep reps rev ' +
    'sen sens sgt supt',
  numbered: 'Apr Arts Aug ch chap Dec Ex Feb figs Jan Jul Jun Mar Nov Oct para pg rs sec Sep Sept vols',
  ambiguous:
    'Ala Ariz Ark assn ave blvd Calif Colo Conn Del dept esq est Fla Fri Ga govt hr hwy Ill Ind inst ' +
    'Kan Ky La lb Mass Md Mich min Minn Miss Mo Mon Mont Neb Nev Okla Ont Ore Pa rd Sat Sun Tenn Tex ' +
    'Thu Thur Thurs Tue Tues Va Vt Wash Wed Wis Wyo',
  zones:
    'bst cet cst ct eastern edt est et friday gmt local monday mt pacific pdt pst pt saturday sunday ' +
    'thursday tuesday utc wednesday',
  starters:
    'a after all also although an and another any are as at because before both but by did do each even ' +
    'every few for from had has have he her here his how however i if in instead it its last later many ' +
    'millions more most mr mrs ms my no nobody none nor not nothing now officials on once one only or ' +
    'other our she since so some still such that the their then there these they this those though to ' +
    'today two under until was we were what when where which while who why with without you your',
  speech:
    'added answered asked asks cried demanded inquired insisted said says shouted told wondered wrote ' +
    'yelled',
};
