package it.dgc.generation.doctors;

import java.time.Clock;

import it.dgc.generation.events.EventRelay;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.secrets.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DoctorsConfiguration {

    @Bean
    DoctorSuspension doctorSuspension(SuspendedDoctors doctors, Secrets secrets, EventRelay relay, Clock clock) {
        return new DoctorSuspension(doctors, secrets.index(), relay, clock);
    }
}
