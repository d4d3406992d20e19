import type { PackSource } from './pack.ts';

export const en: PackSource = {
  leading:
    'messrs mmes mx sen sens rep reps gov govs lt col gen maj capt cmdr sgt cpl pvt adm brig cdr supt hon ' +
    'rev revd fr pres atty asst assoc dep dir amb ald viz i.a f.e ft Ald Comm Det Insp Lieut Pfc Spc ' +
    'Treas Sgt Ofc Amb Min Msgr Archbp',
  numbered:
    'sec secs ch chap para paras pg vols figs eq rs ver Ex Exh Art Arts Pt Jan Feb Mar Apr Jun Jul Aug ' +
    'Sep Sept Oct Nov Dec',
  ambiguous:
    'cos mfg assn bldg dept depts univ inst intl natl govt est esq ave blvd rd hwy pkwy apt ste min mins ' +
    'hr hrs lb lbs oz yd yds mph Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn ' +
    'Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt ' +
    'Wash Wis Wyo Ont Que Alta ph.d l.a a.k.a',
  zones:
    'est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest msk ist jst eastern central mountain pacific local ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun',
  starters:
    'a after all also although among an and another any anyone are as asked at because before both but by can could despite ' +
    'did do does during each either even every everyone few finally first for from had has have he her here hers his how ' +
    "however i if in instead is it it's its last later like many maybe meanwhile millions more most mr mrs ms much my " +
    'neither never next no nobody none nor not nothing now of officials on once one only or other others our perhaps please ' +
    'several she should since so some someone something soon still such than that the their them then there these they ' +
    'this those though thousands hundreds dozens three through thus to today tomorrow two under unless until was we were ' +
    'what when where whether which while who whoever whose why with within without would yes yesterday yet you your',
  speech:
    'asked asks wondered inquired demanded shouted cried yelled said says replied answered added tweeted wrote exclaimed ' +
    'insisted quipped joked continued told explained declared',
};
