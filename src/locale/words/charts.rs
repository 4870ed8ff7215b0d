//! Words of the charts and of what can be taken from them.

use super::words;

words! {
    indicator: "Көрсеткіш", "Показатель", "Indicator";
    own_scales: "Әр жол нөлден басталатын өз шкаласында", "Каждая строка в своём масштабе, от нуля", "Each row on its own scale, from zero";
    coverage_subtitle: "Жоба көрсеткіштерінің, мәндерінің және жазбаларының үлесі",
        "Доля показателей, значений и записей проекта",
        "Shares of the project’s indicators, values and records";
    copy_link: "Сілтемені көшіру", "Скопировать ссылку", "Copy link";
    copy_citation: "Дәйексөзді көшіру", "Скопировать цитату", "Copy citation";
    link_copied: "Сызбаға сілтеме көшірілді", "Ссылка на график скопирована", "Link to the chart copied";
    citation_copied: "Дәйексөз көшірілді", "Цитата скопирована", "Citation copied";
    not_copied: "Көшірілмеді", "Скопировать не удалось", "Could not be copied";
    not_saved: "Файл жасалмады", "Создать файл не удалось", "The file could not be made";
    and_more: "тағы", "ещё", "and more:";
    accessed_on: "қаралған күні", "дата обращения", "accessed";
    print_report: "Осы бағыт туралы есепті басып шығару", "Напечатать отчёт по направлению", "Print this direction as a report";
    same_scale: "барлық бағыттарға ортақ шкала", "общий масштаб для всех направлений", "the same scale for all directions";
    all_changes: "Бұрын және кейін", "Было и стало", "Before and after";
}
