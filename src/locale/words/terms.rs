//! Terms of the field (IATI 2.03, SDMX), as a statistical office would write them.

use super::words;

words! {
    baseline: "бастапқы мән", "исходное значение", "baseline";
    target: "нысаналы мән", "целевое значение", "target";
    actual: "нақты мән", "фактическое значение", "actual";
    planned: "жоспарланған", "запланировано", "planned";
    value_word: "Мәні", "Значение", "Value";
    whole_word: "Барлығы", "Всего", "Out of";
    unit_word: "Өлшем бірлігі", "Единица измерения", "Unit";
    bound_word: "Дәлдігі", "Точность", "Bound";
    group_word: "Аумақ немесе бөлік", "Территория или часть", "Area or part";
    part_word: "Бөлік", "Часть", "Part";
    period: "Кезең", "Период", "Period";
    date_word: "Күні", "Дата", "Date";
    area: "Аумақ", "Территория", "Area";
    note: "Ескертпе", "Примечание", "Note";
    source: "Дереккөз", "Источник", "Source";
    evidence: "Дереккөзге сілтеме", "Подтверждение", "Evidence";
    title_word: "Атауы", "Название", "Title";
    amount_word: "Сома", "Сумма", "Amount";
    record_word: "Жазба", "Запись", "Record";
    direction: "Бағыт", "Направление", "Direction";
    kind_word: "Түрі", "Вид", "Kind";
    stage_word: "Сатысы", "Стадия", "Stage";
    year_word: "Жыл", "Год", "Year";
    organisation: "Ұйым", "Организация", "Organisation";
    scope_word: "Тиесілігі", "Принадлежность", "Belongs to";
    people_forms: "адам", "чел.", "person|people";
    undated: "күні көрсетілмеген", "без даты", "undated";
    not_stated: "көрсетілмеген", "не указано", "not stated";
    whole_project: "Жоба тұтастай", "Проект в целом", "Whole project";
    derived: "есептелген мән", "расчётное значение", "derived";
    no_result: "Нәтижесі жарияланбаған", "Результат не опубликован", "No result published";
    not_computable: "орындалу үлесі есептелмейді", "доля выполнения не вычисляется", "progress not computable";
    records_forms: "жазба", "запись|записи|записей", "record|records";
}
