//! Words of the pages, the filters and the charts.

use super::words;

words! {
    directions_heading: "Бағыттар", "Направления", "Directions";
    each_best: "ең жақсы расталған санымен, ондай сан болса", "с лучше всего подтверждённым числом, если оно есть",
        "with the best-documented number, where there is one";
    nothing_found_project: "Бұл бағыт жобаның бағыттарының бірі ретінде аталған, бірақ жарияланған нәтижесі табылмады.",
        "Это направление названо среди направлений проекта, но опубликованных результатов не найдено.",
        "This is named as one of the project’s directions, but no published result was found.";
    regional_figures: "Өңірлік сандар контекст ретінде берілген.", "Региональные числа даны как контекст.",
        "Regional figures are shown as context.";
    total_budget: "жалпы бюджет", "общий бюджет", "total budget";
    paid_by: "қаржыландырады:", "финансирует:", "paid by:";
    project_years: "жобаның жылдары", "годы проекта", "the project’s years";
    lead_implementer: "бас орындаушы", "ведущий исполнитель", "lead implementer";
    years_on_line: "Не қашан болды", "Что и когда происходило", "What happened when";
    dated_events: "жобаға қатысты, күні белгілі жазбалар", "записи о проекте, у которых есть дата", "dated records about the project";
    what_it_cost: "Қаншаға түсті", "Сколько это стоило", "What it cost";
    money_note: "Сомалар дереккөзде көрсетілген валютада; валюталар қосылмайды.",
        "Суммы в той валюте, что названа в источнике; валюты не складываются.",
        "Amounts in the currency that the source states; currencies are not added up.";
    what_changed: "Не өзгерді", "Что изменилось", "What changed";
    project_indicators: "жобаның көрсеткіштері", "показатели проекта", "the project’s indicators";
    meanwhile: "Сол кезеңде өңірде", "Тем временем в регионе", "Meanwhile in the region";
    not_caused: "жобаның нәтижесі емес", "не результат проекта", "not results of the project";
    context_text: "Басқа жарияланымдар мен ресми статистика. Дереккөздер әрқалай санайды, сондықтан бұл сандар жобаның көрсеткіштеріне қосылмайды және олардың жалғасы емес.",
        "Другие публикации и официальная статистика. Источники считают по-разному, поэтому эти числа не складываются с показателями проекта и не продолжают их.",
        "Other publications and official statistics. Sources count differently, so these figures are not added to the project’s indicators and do not continue them.";
    related_work: "Сабақтас бастамалар", "Смежные инициативы", "Related work by others";
    who_what_when: "Кім, не, қашан", "Кто, что и когда", "Who, what and when";
    direction_records: "осы бағыттың жазбалары", "записи направления", "records of this direction";
    counts_note: "Жазбалар саны жарияланымдардан қанша мәлімет табылғанын көрсетеді, ол жұмыс көлемінің өлшемі емес.",
        "Число записей показывает, сколько сведений найдено в публикациях, а не объём работы.",
        "Counts of records are counts of what was found published, not a measure of activity.";
    previous_direction: "Алдыңғы бағыт", "Предыдущее направление", "Previous direction";
    next_direction: "Келесі бағыт", "Следующее направление", "Next direction";
    filters: "Сүзгілер", "Фильтры", "Filters";
    search: "Іздеу", "Поиск", "Search";
    search_hint: "атауы, мазмұны, ұйымы", "текст, организация", "title, text, organisation";
    sort_by: "Реті", "Порядок", "Order";
    clear_all: "Барлығын тазарту", "Сбросить всё", "Clear all";
    remove_choice: "Таңдауды алып тастау", "Снять выбор", "Remove choice";
    more_values: "Тағы", "Ещё", "More";
    no_records: "Бұл таңдауға сай жазба жоқ", "По этому выбору записей нет", "No records match this choice";
    no_project_records: "Жобаның өз жазбасы мұнда табылмады.", "Собственных записей проекта здесь не найдено.", "No records of the project’s own were found here.";
    try_fewer: "Таңдаулардың бірін алып тастап көріңіз.", "Попробуйте снять одно из условий.", "Try taking one of the choices back.";
    close: "Жабу", "Закрыть", "Close";
    show_more: "Тағы да көрсету", "Показать ещё", "Show more";
    no_dated_records: "Күні белгілі жазба жоқ", "Датированных записей нет", "No dated records";
    timeline_subtitle: "Күні дереккөзде көрсетілген немесе содан анықталған жазбалар; контур — күні белгісіз, фон — жоба жылдары",
        "Записи с датой, названной в источнике или выведенной из него; контур — день неизвестен, фон — годы проекта",
        "Records whose date a source states or lets us infer; outlined: day not known, shaded: the project’s years";
    without_persons: "тұлғалар есептелмеген", "персоны не учтены", "persons are not counted";
    table_word: "Кесте", "Таблица", "Table";
    chart_word: "сызба", "график", "chart";
    from_year: "бастап", "с", "from";
    to_year: "дейін", "по", "to";
    at_least: "кемінде", "не менее", "at least";
    no_whole_number: "Бүтін сан емес", "Не целое число", "Not a whole number";
    nothing_between: "Бұл аралықта ештеңе жоқ", "В этом промежутке ничего нет", "There is nothing in this range";
    less_than: "бұдан кем", "менее", "below";
    walk_hint: "Бағыттауыш пернелермен мәндерді аралауға болады", "Стрелки перебирают значения", "Arrow keys walk the values";
    all_values: "Барлық мәндер", "Все значения", "All values";
    indicators_text: "Өлшенген нәрсенің бәрі: бастапқы, нақты, жоспарланған және нысаналы мәндер.",
        "Всё, что измерено: исходные, фактические, плановые и целевые значения.",
        "Everything that is measured: baselines, actuals, plans and targets.";
    how_counted: "Қалай есептеледі", "Как считается", "How it is counted";
    method_word: "Орындалу үлесін есептеу әдісі", "Способ расчёта выполнения", "Method of progress";
    better_word: "Жақсару бағыты", "Что лучше", "Better is";
    better_up: "көп болғаны", "больше", "more";
    better_down: "аз болғаны", "меньше", "less";
    type_word: "Нәтиже түрі", "Тип результата", "Type of result";
    accumulation_word: "Мән нені қамтиды", "Что охватывает значение", "What a value covers";
    documents_text: "Заңдар, бағдарламалар, шешімдер, бюллетеньдер мен нұсқаулықтар.",
        "Законы, программы, решения, бюллетени и пособия.",
        "Laws, programmes, decisions, newsletters and manuals.";
    sources_text: "Әр мән мен жазба қайда жарияланғаны, әр дереккөз нені растайтыны.",
        "Где опубликовано каждое значение и каждая запись и что подтверждает каждый источник.",
        "Where each value and record was published, and what each source bears out.";
    coverage_title: "Не белгілі", "Что известно", "What is known";
    translated: "Үш тілде", "На трёх языках", "In three languages";
    all_sources: "Барлық дереккөздер", "Все источники", "All sources";
    bears_out: "Растайды", "Подтверждает", "Cited for";
    published: "жарияланған", "опубликовано", "published";
    accessed: "қаралған", "просмотрено", "read";
    original_language: "түпнұсқа тілі", "язык оригинала", "original language";
    no_address: "желіде мекенжайы жоқ", "адреса в сети нет", "no address on the web";
    open_document: "Құжатты ашу", "Открыть документ", "Open the document";
    disagree_note: "Бір кезең үшін екі мән берілген; екеуі де сақталды.",
        "За один период названы разные числа; сохранены оба.",
        "Different figures are given for one period; both are kept.";
}
