package org.maintenancefund.billing.start;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.StartLine;
import org.maintenancefund.billing.StartLine.Who;
import org.maintenancefund.billing.StartRequirement;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.SettingGroup;
import org.maintenancefund.city.Settings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The city has decided what nobody else has decided for it; as long as it says nothing about doors, none is published. */
@Component
@Order(70)
@RequiredArgsConstructor
class SettingsRequirement implements StartRequirement {

    private static final String KEY = "billing.start.settings";

    private final Settings settings;

    @Override
    public StartLine check(AreaView area, YearMonth month) {
        String unset = Arrays.stream(Setting.values())
                .filter(setting -> setting.group() == SettingGroup.COLLECTION && setting != Setting.PUBLISHED_DOORS)
                .filter(setting -> settings.find(setting).isEmpty())
                .map(Setting::label)
                .collect(Collectors.joining("、"));
        return unset.isEmpty()
                ? StartLine.done(KEY)
                : StartLine.missing(KEY, Who.ADMINISTRATOR, unset).at("/settings");
    }
}
